import type { Joint, PixelBox } from '../domain/track.ts';
import type { DetectorLabel } from './lexicon/labels.ts';

/** A thing found in a frame. */
export interface Detection {
  label: DetectorLabel;
  /** The detector's own score, 0..1. */
  score: number;
  /** In display pixels. */
  box: PixelBox;
}

/** A body found in a frame. */
export interface Pose {
  score: number;
  box: PixelBox;
  /** One for each of JOINTS. */
  joints: Joint[];
}

/** What the detectors found in one frame. */
export interface FrameFindings {
  /** Index in presentation order. */
  frame: number;
  timeSeconds: number;
  /** Best first, without doubles. */
  objects: Detection[];
  /** Best first. */
  poses: Pose[];
  /** For each of DETECTOR_LABELS the best score anywhere in the frame, however low. */
  bestScores: Float32Array<ArrayBuffer>;
}

import type { VideoSample } from 'mediabunny';
import type { Clip, Notice } from '../domain/clip.ts';
import type { FramePlan, PlannedFrame } from './plan-frames.ts';
import type { Timeline } from './timeline.ts';

export interface DecodedFrame {
  planned: PlannedFrame;
  /** Belongs to whoever receives it: to be closed there. */
  sample: VideoSample;
}

/** What the file alone says, without its name, size and hash. */
export type ProbedClip = Omit<Clip, 'name' | 'sizeBytes' | 'sha256'>;

/** An opened clip that can be decoded once in presentation order. */
export interface FrameSource {
  readonly clip: ProbedClip;
  readonly notices: readonly Notice[];
  readonly timeline: Timeline;
  /** Time in the timeline that counts as 0 outside. */
  readonly originSeconds: number;
  /** Coded pixels of one frame: what decoding costs. */
  readonly framePixels: number;
  /**
   * The planned frames in order. Frames that cannot be decoded are missing, and what was lost is in the notices that
   * `report` receives. Ending the iteration early frees what it holds.
   *
   * @throws LoupeError when not one frame can be decoded.
   */
  decode(plan: FramePlan, report: (notice: Notice) => void): AsyncGenerator<DecodedFrame, void, undefined>;
  close(): void;
}

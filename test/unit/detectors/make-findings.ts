import type { Detection, FrameFindings, Pose } from '../../../src/detectors/detection.ts';
import { DETECTOR_LABELS, type DetectorLabel } from '../../../src/detectors/lexicon/labels.ts';
import { JOINTS, type PixelBox } from '../../../src/domain/track.ts';

export function makeObject(label: DetectorLabel, score: number, x: number, size = 40): Detection {
  return { label, score, box: { x, y: 10, width: size, height: size } };
}

export function makePose(score: number, box: PixelBox): Pose {
  return { score, box, joints: JOINTS.map(() => [box.x, box.y, 0.5]) };
}

/** A frame in which these things are found; frames are 0.2 s apart. */
export function makeFrame(frame: number, objects: readonly Detection[], poses: readonly Pose[] = []): FrameFindings {
  const bestScores = new Float32Array(DETECTOR_LABELS.length).fill(0.01);
  for (const { label, score } of objects) {
    const category = DETECTOR_LABELS.indexOf(label);
    bestScores[category] = Math.max(bestScores[category] ?? 0, score);
  }
  return { frame, timeSeconds: frame * 0.2, objects: [...objects], poses: [...poses], bestScores };
}

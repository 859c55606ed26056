import { JOINTS, type Joint } from '../../domain/track.ts';
import { withoutDoubles } from '../boxes.ts';
import type { Pose } from '../detection.ts';
import type { Size } from '../input-size.ts';

/** Pixels in which MoveNet sees frames: as many as a wide frame has at 256 px, for which it was made. */
export const POSES_PIXELS = 256 * 144;

/** Numbers for each body: y, x and score of each joint, then the box (top, left, bottom, right) and its score. */
const NUMBERS = 3 * JOINTS.length + 5;
/** Weaker ones are noise (the detector's own setting). */
const LEAST_SCORE = 0.11;
/** Bodies that overlap more are one. */
const MOST_OVERLAP = 0.7;

/** @returns height × width × 3, 0..255 */
export function posesInput(rgba: Uint8ClampedArray): Int32Array<ArrayBuffer> {
  const values = new Int32Array((3 * rgba.length) / 4);
  for (let i = 0, at = 0; i < rgba.length; i += 4) {
    values[at++] = rgba[i] ?? 0;
    values[at++] = rgba[i + 1] ?? 0;
    values[at++] = rgba[i + 2] ?? 0;
  }
  return values;
}

/**
 * Reads the output of MoveNet MultiPose: at most six bodies, in shares of the picture.
 * @param display size of the frame in display pixels
 * @returns in display pixels, best first
 */
export function readPoses(output: Float32Array, { width, height }: Size): Pose[] {
  const poses: Pose[] = [];
  for (let start = 0; start + NUMBERS <= output.length; start += NUMBERS) {
    const at = (offset: number): number => output[start + offset] ?? 0;
    const score = clampShare(at(NUMBERS - 1));
    if (score < LEAST_SCORE) continue;
    const joints = JOINTS.map((_, joint): Joint => {
      const offset = 3 * joint;
      return [at(offset + 1) * width, at(offset) * height, clampShare(at(offset + 2))];
    });
    const [top, left, bottom, right] = [at(NUMBERS - 5), at(NUMBERS - 4), at(NUMBERS - 3), at(NUMBERS - 2)];
    const box = {
      x: left * width,
      y: top * height,
      width: Math.max(0, right - left) * width,
      height: Math.max(0, bottom - top) * height,
    };
    poses.push({ score, box, joints });
  }
  return withoutDoubles(poses, MOST_OVERLAP);
}

const clampShare = (value: number): number => Math.min(1, Math.max(0, value));

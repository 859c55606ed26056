import type { Clip } from '../domain/clip.ts';
import { SMALL_LONG_EDGE } from './budget.ts';

export interface Size {
  width: number;
  height: number;
}

/** How a decoded frame is turned to stand upright: a clockwise rotation, then a flip about the vertical axis. */
export interface Orientation {
  rotation: Clip['rotationDegrees'];
  flip: boolean;
}

/** Size with the same aspect and a long edge of at most `longEdge`; never enlarged, at least 1 × 1. */
export function fitLongEdge({ width, height }: Size, longEdge: number): Size {
  const scale = Math.min(1, longEdge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Size of the small picture for a display size. */
export const smallSize = (display: Size): Size => fitLongEdge(display, SMALL_LONG_EDGE);

/** Width and height change places under a quarter turn. */
export function turned({ width, height }: Size, rotation: Orientation['rotation']): Size {
  return rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height };
}

/**
 * Turns a plane upright.
 *
 * @param size - Size of the plane as it lies in memory, before the rotation.
 */
export function turnPlane<P extends Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  plane: P,
  size: Size,
  orientation: Orientation,
): P {
  const { rotation, flip } = orientation;
  if (rotation === 0 && !flip) return plane;
  const { width, height } = size;
  const upright = turned(size, rotation);
  const result = plane.slice();
  // Where the upright pixel (0, 0) comes from, and how far one step right and one step down go in the source.
  const [origin, right, down] =
    rotation === 90
      ? [(height - 1) * width, -width, 1]
      : rotation === 180
        ? [height * width - 1, -1, -width]
        : rotation === 270
          ? [width - 1, width, -1]
          : [0, 1, width];
  for (let y = 0, target = 0; y < upright.height; y++) {
    for (let x = 0; x < upright.width; x++, target++) {
      const across = flip ? upright.width - 1 - x : x;
      result[target] = plane[origin + across * right + y * down] ?? 0;
    }
  }
  return result as P;
}

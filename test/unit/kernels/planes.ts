import type { Plane } from '../../../src/signals/plane.ts';
import type { Scene } from '../signals/synthetic-frames.ts';

export function planeOf(width: number, height: number, scene: Scene): Plane {
  return {
    width,
    height,
    data: Float32Array.from({ length: width * height }, (_, i) => scene(i % width, Math.floor(i / width))),
  };
}

/** The sample at a place, of places outside the one at the edge. */
export function at({ width, height, data }: Plane, x: number, y: number): number {
  const column = Math.max(0, Math.min(width - 1, x));
  const row = Math.max(0, Math.min(height - 1, y));
  return data[row * width + column] ?? Number.NaN;
}

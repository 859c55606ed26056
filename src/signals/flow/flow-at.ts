import type { BlockFlow } from './block-flow.ts';
import type { CameraModel } from './camera-model.ts';

/** A displacement in pixels per frame: to the right, down. */
export interface Displacement {
  u: number;
  v: number;
}

/** The flow at a place in pixels from the upper left, bilinear between block centres; outside them the nearest. */
export function flowAt({ columns, rows, stride, u, v }: BlockFlow, x: number, y: number): Displacement {
  const across = Math.max(0, Math.min(columns - 1, x / stride - 0.5));
  const down = Math.max(0, Math.min(rows - 1, y / stride - 0.5));
  const left = Math.floor(across);
  const top = Math.floor(down);
  const right = Math.min(columns - 1, left + 1);
  const upper = top * columns;
  const lower = Math.min(rows - 1, top + 1) * columns;
  const shareX = across - left;
  const shareY = down - top;
  const blend = (values: Float32Array): number => {
    const above = (values[upper + left] ?? 0) * (1 - shareX) + (values[upper + right] ?? 0) * shareX;
    const below = (values[lower + left] ?? 0) * (1 - shareX) + (values[lower + right] ?? 0) * shareX;
    return above * (1 - shareY) + below * shareY;
  };
  return { u: blend(u), v: blend(v) };
}

/** What the camera alone moves the content at a place of the flow's picture by; nothing without a fit. */
export function cameraAt(
  camera: CameraModel | null,
  { columns, rows, stride }: BlockFlow,
  x: number,
  y: number,
): Displacement {
  if (camera === null) return { u: 0, v: 0 };
  const fromCentreX = x - (columns * stride) / 2;
  const fromCentreY = y - (rows * stride) / 2;
  return {
    u: camera.shiftX + camera.growth * fromCentreX - camera.rotation * fromCentreY,
    v: camera.shiftY + camera.rotation * fromCentreX + camera.growth * fromCentreY,
  };
}

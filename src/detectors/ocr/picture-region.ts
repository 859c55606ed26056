import type { Picture } from '../../domain/frame.ts';

export interface Point {
  x: number;
  y: number;
}

/** A rectangle at any angle, in pixels of a picture. */
export interface TurnedBox {
  centre: Point;
  /** Along the line of text. */
  width: number;
  height: number;
  /** Clockwise from the picture's x axis to the line of text, in radians. */
  angle: number;
}

export type Pixels = Pick<Picture, 'rgba' | 'width' | 'height'>;

/** More samples than this for one pixel blur no further. */
const MOST_SAMPLES = 4;

/**
 * Draws a part of a picture in another size, upright. Reduced, a pixel is the mean of the ones under it; outside the picture its edge
 * goes on.
 * @returns planes of blue, green and red, each row by row, 0..255
 */
export function drawRegion(pixels: Pixels, box: TurnedBox, width: number, height: number): Float32Array<ArrayBuffer> {
  const planes = new Float32Array(3 * width * height);
  const across = { x: Math.cos(box.angle) * (box.width / width), y: Math.sin(box.angle) * (box.width / width) };
  const down = { x: -Math.sin(box.angle) * (box.height / height), y: Math.cos(box.angle) * (box.height / height) };
  const left = box.centre.x - (across.x * width + down.x * height) / 2;
  const top = box.centre.y - (across.y * width + down.y * height) / 2;
  const columns = samplesFor(box.width / width);
  const rows = samplesFor(box.height / height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let sample = 0; sample < rows * columns; sample++) {
        const u = x + ((sample % columns) + 0.5) / columns;
        const v = y + (Math.floor(sample / columns) + 0.5) / rows;
        const at = y * width + x;
        addSample(
          pixels,
          left + u * across.x + v * down.x,
          top + u * across.y + v * down.y,
          planes,
          at,
          width * height,
        );
      }
    }
  }
  if (rows * columns > 1) for (let i = 0; i < planes.length; i++) planes[i] = (planes[i] ?? 0) / (rows * columns);
  return planes;
}

const samplesFor = (reduction: number): number => Math.min(MOST_SAMPLES, Math.max(1, Math.round(reduction)));

/** Adds the colour at a point, between the four pixels whose centres are around it. */
function addSample(
  { rgba, width, height }: Pixels,
  x: number,
  y: number,
  planes: Float32Array,
  at: number,
  plane: number,
) {
  const px = Math.min(Math.max(x - 0.5, 0), width - 1);
  const py = Math.min(Math.max(y - 0.5, 0), height - 1);
  const x0 = Math.floor(px);
  const y0 = Math.floor(py);
  const fx = px - x0;
  const fy = py - y0;
  const upper = 4 * (y0 * width + x0);
  const right = x0 + 1 < width ? 4 : 0;
  const below = y0 + 1 < height ? 4 * width : 0;
  for (let channel = 0; channel < 3; channel++) {
    const i = upper + channel;
    const a = (rgba[i] ?? 0) * (1 - fx) + (rgba[i + right] ?? 0) * fx;
    const b = (rgba[i + below] ?? 0) * (1 - fx) + (rgba[i + below + right] ?? 0) * fx;
    // Both models were trained on pictures in OpenCV's order, blue first.
    const target = (2 - channel) * plane + at;
    planes[target] = (planes[target] ?? 0) + a * (1 - fy) + b * fy;
  }
}

/** Scales each plane to (value / 255 − mean) / deviation, in place. */
export function normalise(planes: Float32Array, mean: readonly number[], deviation: readonly number[]): void {
  const plane = planes.length / 3;
  for (let i = 0; i < planes.length; i++) {
    const channel = Math.floor(i / plane);
    planes[i] = ((planes[i] ?? 0) / 255 - (mean[channel] ?? 0)) / (deviation[channel] ?? 1);
  }
}

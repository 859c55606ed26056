import type { Plane } from '../plane.ts';

/** Standard deviation of the four-neighbour Laplacian inside the border, in levels; null under 3 × 3 pixels. */
export function laplacianDeviation({ width, height, data }: Plane): number | null {
  if (width < 3 || height < 3) return null;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const value =
        4 * (data[at] ?? 0) -
        (data[at - 1] ?? 0) -
        (data[at + 1] ?? 0) -
        (data[at - width] ?? 0) -
        (data[at + width] ?? 0);
      sum += value;
      squares += value * value;
    }
  }
  const count = (width - 2) * (height - 2);
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

/** Standard deviation of samples, in levels. */
export function deviation(data: Float32Array): number {
  let sum = 0;
  let squares = 0;
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / data.length - (sum / data.length) ** 2));
}

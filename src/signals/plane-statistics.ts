import { doublesAt, floatsAt, kernels, Room } from '../kernels/kernels.ts';
import type { Plane } from './plane.ts';

/** Mean and standard deviation of samples, in their unit. */
export interface Moments {
  mean: number;
  deviation: number;
}

export function moments(data: Float32Array): Moments {
  const room = new Room();
  const out = room.take(4);
  kernels.moments(room.put(data), data.length, out);
  return momentsAt(out);
}

/** Moments of the four-neighbour Laplacian inside the border; null under 3 × 3 samples. */
export function laplacianMoments({ width, height, data }: Plane): Moments | null {
  if (width < 3 || height < 3) return null;
  const room = new Room();
  const out = room.take(4);
  kernels.laplacianMoments(room.put(data), width, height, out);
  return momentsAt(out);
}

function momentsAt(at: number): Moments {
  const [mean = 0, deviation = 0] = doublesAt(at, 2);
  return { mean, deviation };
}

/** Mean |a − b|. Both are of one length. */
export function meanDifference(a: Float32Array, b: Float32Array): number {
  const room = new Room();
  return kernels.differenceSum(room.put(a), room.put(b), a.length) / a.length;
}

/** Mean |a − 2·b + c|. All are of one length. */
export function meanSecondDifference(a: Float32Array, b: Float32Array, c: Float32Array): number {
  const room = new Room();
  return kernels.secondDifferenceSum(room.put(a), room.put(b), room.put(c), b.length) / b.length;
}

/** A value for each block of a picture, row by row. */
export interface BlockValues {
  columns: number;
  rows: number;
  values: Float32Array;
}

/**
 * Mean |a − b| of the square blocks that cover two planes of one size; at the right and lower edge they may be smaller.
 * @param size - Edge of a block in pixels.
 */
export function blockDifferences(a: Plane, b: Plane, size: number): BlockValues {
  const { width, height } = a;
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const room = new Room();
  const out = room.take(columns * rows);
  kernels.blockDifferences(room.put(a.data), room.put(b.data), width, height, size, out);
  return { columns, rows, values: floatsAt(out, columns * rows) };
}

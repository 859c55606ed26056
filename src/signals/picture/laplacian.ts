import type { Plane } from '../plane.ts';
import { laplacianMoments, moments } from '../plane-statistics.ts';

/** Standard deviation of the four-neighbour Laplacian inside the border, in levels; null under 3 × 3 pixels. */
export function laplacianDeviation(plane: Plane): number | null {
  return laplacianMoments(plane)?.deviation ?? null;
}

/** Standard deviation of samples, in levels. */
export function deviation(data: Float32Array): number {
  return moments(data).deviation;
}

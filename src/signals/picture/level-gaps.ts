import { median } from '../../domain/statistics.ts';
import { countsAt, kernels, Room } from '../../kernels/kernels.ts';
import type { FrameSignal } from '../signal.ts';

/** Levels at the ends are left out: clipping piles pixels up there. */
const FIRST = 6;
const LAST = 250;
/** Deviations in levels of the Gaussians that the histogram is smoothed with: against rounding, and to what it would be. */
const ROUNDING = 1.2;
const SMOOTH = 7;

/**
 * Gaps between levels: Σ |h₁ − h₇| / Σ h for the histogram h of luma, smoothed by Gaussians of 1.2 and 7 levels. A picture that
 * uses all levels comes to 0.2; one that has few, in bands, to 0.5 and more. Measured at full resolution. Range 0..2.
 * Source: the comb in the histogram by which requantisation is told, cf. Stamm and Liu, "Forensic detection of image
 * manipulation using statistical intrinsic fingerprints", IEEE TIFS 5 (2010).
 */
export const levelGaps: FrameSignal = {
  id: 'level_gaps',
  name: 'Gaps between levels',
  unit: '',
  dimension: 'visual_quality',
  worse: 'high',
  range: [0, 2],
  usual: [0.1, 0.5],
  summarise: median,
  window: 1,
  measure: ({ frame: { native } }) => {
    if (native === null) return null;
    const room = new Room();
    const at = room.take(256);
    kernels.byteHistogram(room.put(native.data), native.data.length, at);
    const counts = countsAt(at, 256);
    const middle = Float64Array.from(counts.subarray(FIRST, LAST));
    const total = middle.reduce((sum, count) => sum + count, 0);
    if (total < counts.length) return null;
    const fine = smoothed(middle, ROUNDING);
    const coarse = smoothed(middle, SMOOTH);
    return fine.reduce((sum, value, level) => sum + Math.abs(value - (coarse[level] ?? 0)), 0) / total;
  },
};

/** Convolution with a Gaussian cut off at three deviations; the ends are mirrored. */
function smoothed(values: Float64Array, deviation: number): Float64Array {
  const reach = Math.ceil(3 * deviation);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-0.5 * ((i - reach) / deviation) ** 2));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const last = values.length - 1;
  return values.map((_, at) =>
    weights.reduce((sum, weight, i) => {
      const place = at + i - reach;
      const mirrored = place < 0 ? -place : place > last ? 2 * last - place : place;
      return sum + (weight / whole) * (values[mirrored] ?? 0);
    }, 0),
  );
}

import { median } from '../../domain/statistics.ts';
import type { FrameSignal } from '../signal.ts';

/** Edge of the transform blocks of common codecs. */
const GRID = 8;
/** Steps above this are edges of things, not of blocks. */
const STRONGEST_STEP = 24;
/** Fewer positions than this on the grid say nothing. */
const MIN_POSITIONS = 4;

/**
 * Strength of steps on an 8-pixel grid, in levels: at each pixel the step to its left neighbour less the larger of the
 * two steps beside it (an isolated step between flat sides), averaged for each of the 8 grid phases; the strongest phase
 * less the median one, mean of both directions. Measured at full resolution. Range 0..24.
 * Source: after the blockiness terms of Wang, Sheikh and Bovik, "No-reference perceptual quality assessment of JPEG
 * compressed images", ICIP 2002.
 */
export const blocking: FrameSignal = {
  id: 'blocking',
  name: 'Blocking',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'high',
  range: [0, STRONGEST_STEP],
  usual: [0, 0.15],
  summarise: median,
  window: 1,
  measure: ({ frame: { native } }) => {
    if (native === null || Math.min(native.width, native.height) < GRID * (MIN_POSITIONS + 1)) return null;
    const along = gridStep(native.data, native.width, native.height, 1, native.width);
    const down = gridStep(native.data, native.height, native.width, native.width, 1);
    return (along + down) / 2;
  },
};

function gridStep(data: Uint8Array, length: number, lines: number, step: number, lineStep: number): number {
  const sums = new Float64Array(GRID);
  const counts = new Float64Array(GRID);
  for (let i = 2; i < length - 1; i++) {
    const phase = i % GRID;
    let sum = 0;
    for (let line = 0, at = i * step; line < lines; line++, at += lineStep) {
      const here = data[at] ?? 0;
      const before = data[at - step] ?? 0;
      const own = Math.abs(here - before);
      if (own === 0 || own > STRONGEST_STEP) continue;
      const left = Math.abs(before - (data[at - 2 * step] ?? 0));
      const right = Math.abs((data[at + step] ?? 0) - here);
      const beside = Math.max(left, right);
      if (own > beside) sum += own - beside;
    }
    sums[phase] = (sums[phase] ?? 0) + sum;
    counts[phase] = (counts[phase] ?? 0) + lines;
  }
  const means = [...sums].map((sum, phase) => sum / Math.max(1, counts[phase] ?? 1)).sort((a, b) => a - b);
  return (means[GRID - 1] ?? 0) - (means[GRID >> 1] ?? 0);
}

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
  usual: [0, 0.25],
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
  const sums = new Float64Array(length);
  const along = step === 1;
  // Rows in the outer loop either way: memory is read in order.
  const outer = along ? lines : length;
  const inner = along ? length : lines;
  for (let o = along ? 0 : 2; o < (along ? outer : outer - 1); o++) {
    for (
      let i = along ? 2 : 0, at = o * (along ? lineStep : step) + i * (along ? step : lineStep);
      i < (along ? inner - 1 : inner);
      i++
    ) {
      const here = data[at] ?? 0;
      const before = data[at - step] ?? 0;
      const own = Math.abs(here - before);
      if (own !== 0 && own <= STRONGEST_STEP) {
        const beside = Math.max(Math.abs(before - (data[at - 2 * step] ?? 0)), Math.abs((data[at + step] ?? 0) - here));
        const position = along ? i : o;
        if (own > beside) sums[position] = (sums[position] ?? 0) + own - beside;
      }
      at += along ? step : lineStep;
    }
  }
  const phases = Array.from({ length: GRID }, (_, phase) => {
    let sum = 0;
    let count = 0;
    for (let i = phase < 2 ? phase + GRID : phase; i < length - 1; i += GRID) {
      sum += sums[i] ?? 0;
      count += lines;
    }
    return sum / Math.max(1, count);
  }).sort((a, b) => a - b);
  return (phases[GRID - 1] ?? 0) - (phases[GRID >> 1] ?? 0);
}

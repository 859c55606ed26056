import { median } from '../../domain/statistics.ts';
import { countsAt, kernels, Room } from '../../kernels/kernels.ts';
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
    const { width, height, data } = native;
    const room = new Room();
    const picture = room.put(data);
    const columns = room.take(width + 16);
    const rows = room.take(height);
    kernels.stepsAlong(picture, width, height, STRONGEST_STEP, columns);
    kernels.stepsDown(picture, width, height, STRONGEST_STEP, rows);
    return (gridStep(countsAt(columns, width), height) + gridStep(countsAt(rows, height), width)) / 2;
  },
};

/** How far the strongest grid phase of the sums at each position, over so many lines, exceeds the median one. */
function gridStep(sums: Uint32Array, lines: number): number {
  const phases = Array.from({ length: GRID }, (_, phase) => {
    let sum = 0;
    let count = 0;
    for (let i = phase < 2 ? phase + GRID : phase; i < sums.length - 1; i += GRID) {
      sum += sums[i] ?? 0;
      count += lines;
    }
    return sum / Math.max(1, count);
  }).sort((a, b) => a - b);
  return (phases[GRID - 1] ?? 0) - (phases[GRID >> 1] ?? 0);
}

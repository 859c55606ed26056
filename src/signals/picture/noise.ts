import { median, quantile } from '../../domain/statistics.ts';
import { countsAt, kernels, Room } from '../../kernels/kernels.ts';
import type { FrameSignal } from '../signal.ts';

const BLOCK = 16;
/** Blocks darker or brighter than this are left out: clipping hides their noise. */
const DARKEST = 16;
const BRIGHTEST = 240;
/** The quietest share of blocks is taken to be flat: what is left there is noise. */
const FLAT_SHARE = 0.1;
const MIN_BLOCKS = 8;

/**
 * Standard deviation of the noise in levels: √(π/2)/6 · mean |f ∗ [1 −2 1; −2 4 −2; 1 −2 1]| in blocks of 16 × 16 at full
 * resolution, of which the 10 % quantile is taken, so that texture does not count. Range 0..∞.
 * Source: Immerkær, "Fast noise variance estimation", CVIU 64 (1996).
 */
export const noise: FrameSignal = {
  id: 'noise',
  name: 'Noise',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'high',
  range: [0, Number.POSITIVE_INFINITY],
  usual: [0, 2],
  summarise: median,
  window: 1,
  measure: ({ frame: { native } }) => {
    if (native === null) return null;
    const { width, height, data } = native;
    const size = blocksAlong(width) * blocksAlong(height);
    const room = new Room();
    const picture = room.put(data);
    const responses = room.take(size);
    const levels = room.take(size);
    kernels.noiseSums(picture, width, height, responses, levels);
    const area = BLOCK * BLOCK;
    const sums = countsAt(levels, size);
    const deviations: number[] = [];
    countsAt(responses, size).forEach((response, block) => {
      const level = (sums[block] ?? 0) / area;
      if (level >= DARKEST && level <= BRIGHTEST) deviations.push((Math.sqrt(Math.PI / 2) / 6) * (response / area));
    });
    return deviations.length < MIN_BLOCKS ? null : quantile(deviations, FLAT_SHARE);
  },
};

/** Whole blocks with a pixel to spare on both sides. */
function blocksAlong(length: number): number {
  return Math.max(0, Math.floor((length - 2) / BLOCK));
}

import { median, quantile } from '../../domain/statistics.ts';
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
    const deviations: number[] = [];
    for (let top = 1; top + BLOCK < height; top += BLOCK) {
      for (let left = 1; left + BLOCK < width; left += BLOCK) {
        let total = 0;
        let level = 0;
        for (let y = top; y < top + BLOCK; y++) {
          for (let x = left, at = y * width + left; x < left + BLOCK; x++, at++) {
            const centre = data[at] ?? 0;
            const up = at - width;
            const down = at + width;
            total += Math.abs(
              4 * centre -
                2 * ((data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[up] ?? 0) + (data[down] ?? 0)) +
                (data[up - 1] ?? 0) +
                (data[up + 1] ?? 0) +
                (data[down - 1] ?? 0) +
                (data[down + 1] ?? 0),
            );
            level += centre;
          }
        }
        const area = BLOCK * BLOCK;
        if (level < DARKEST * area || level > BRIGHTEST * area) continue;
        deviations.push((Math.sqrt(Math.PI / 2) / 6) * (total / area));
      }
    }
    return deviations.length < MIN_BLOCKS ? null : quantile(deviations, FLAT_SHARE);
  },
};

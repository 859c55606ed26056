import { quantile } from '../../domain/statistics.ts';
import type { TripleSignal } from '../signal.ts';

/**
 * Flicker of the whole picture: |m(t−1) − 2·m(t) + m(t+1)| / 2 for the mean luma m, in levels. A steady fade has none.
 * Range 0..255. Source: the second difference of mean luminance, as in EBU Tech 3258 style flicker meters.
 */
export const globalFlicker: TripleSignal = {
  id: 'global_flicker',
  name: 'Brightness flicker',
  unit: 'levels',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 255],
  usual: [0, 1.5],
  summarise: (values) => quantile(values, 0.9),
  window: 3,
  measure: (before, after) => Math.abs(before.from.meanLuma - 2 * before.to.meanLuma + after.to.meanLuma) / 2,
};

/**
 * Flicker of parts of the picture: per 8 × 8 block, half the difference between its brightness change into this frame and
 * out of it, both after motion compensation and less the picture's own mean change; the 90 % quantile over blocks, in
 * levels. Range 0..255.
 * Source: motion-compensated temporal difference; cf. the temporal flickering dimension of VBench (arXiv 2311.17982),
 * which takes plain frame differences.
 */
export const localFlicker: TripleSignal = {
  id: 'local_flicker',
  name: 'Local flicker',
  unit: 'levels',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 255],
  usual: [0, 6],
  summarise: (values) => quantile(values, 0.75),
  window: 3,
  measure: (before, after) => {
    const into = before.compensated;
    const outOf = after.compensated;
    if (into === null || outOf === null) return null;
    const swings: number[] = [];
    for (let block = 0; block < into.change.length; block++) {
      const swing = (outOf.change[block] ?? 0) - (into.change[block] ?? 0);
      if (!Number.isNaN(swing)) swings.push(swing);
    }
    const centre = quantile(swings, 0.5);
    return centre === null
      ? null
      : quantile(
          swings.map((swing) => Math.abs(swing - centre) / 2),
          0.9,
        );
  },
};

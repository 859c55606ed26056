import { mean } from '../../domain/statistics.ts';
import type { FrameView } from '../frame-view.ts';
import { remembered } from '../remembered.ts';
import type { PairSignal } from '../signal.ts';

/** Levels that count as one, so that noise in flat parts has no order. */
const STEP_LEVELS = 4;
/** Variance of ranks, as shares of the picture, that keeps flat pictures from dividing nothing by nothing. */
const FLAT_VARIANCE = 0.005;

/**
 * Change of order: one minus the rank correlation of two frames at the coarsest size, in steps of 4 levels. A light that goes on or
 * an exposure that jumps keeps the order of dark and bright parts; another picture does not. Range 0..2.
 * Source: Spearman's rank correlation, ranks by the cumulative histogram; an ordinal measure as in Bhat and Nayar, "Ordinal
 * measures for image correspondence", IEEE TPAMI 20 (1998).
 */
export const orderChange: PairSignal = {
  id: 'order_change',
  name: 'Change of order of dark and bright',
  unit: '',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 2],
  usual: [0, 0.1],
  summarise: (values) => Math.max(...values),
  window: 2,
  measure: ({ from, to }) => {
    const a = ranksOf(from);
    const b = ranksOf(to);
    let product = 0;
    let squaresA = 0;
    let squaresB = 0;
    for (let i = 0; i < a.length; i++) {
      const x = a[i] ?? 0;
      const y = b[i] ?? 0;
      product += x * y;
      squaresA += x * x;
      squaresB += y * y;
    }
    const floor = FLAT_VARIANCE * a.length;
    return 1 - (product + floor) / (Math.sqrt(squaresA * squaresB) + floor);
  },
};

/** Share of the picture that is darker than each sample, half of its equals included, less the mean: −½..½. */
const ranksOf = remembered((view: FrameView): Float32Array => {
  const data = view.pyramid.at(-1)?.data ?? view.luma;
  const counts = new Float64Array(256 / STEP_LEVELS + 1);
  const binOf = (value: number): number => Math.max(0, Math.min(counts.length - 1, Math.floor(value / STEP_LEVELS)));
  for (const value of data) counts[binOf(value)] = (counts[binOf(value)] ?? 0) + 1;
  let below = 0;
  const shares = counts.map((count) => {
    const middle = below + count / 2;
    below += count;
    return middle / data.length;
  });
  const ranks = Float32Array.from(data, (value) => shares[binOf(value)] ?? 0);
  const centre = mean(ranks) ?? 0;
  return ranks.map((rank) => rank - centre);
});

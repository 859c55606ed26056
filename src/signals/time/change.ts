import { mean, quantile } from '../../domain/statistics.ts';
import type { PairView } from '../pair-view.ts';
import { meanSecondDifference } from '../plane-statistics.ts';
import type { PairSignal, TripleSignal } from '../signal.ts';

/** Added to differences that are divided by, in levels: keeps still pictures from dividing noise by noise. */
const STILL_LEVELS = 1;

/**
 * Jitter: mean |f(t−1) − 2·f(t) + f(t+1)| over (mean |f(t) − f(t−1)| + mean |f(t+1) − f(t)| + 1 level), on the small
 * pictures. Smooth motion stays low; frames that do not follow from one another come near 0.9. Range 0..1.
 * Source: relative second difference of frames, cf. the interpolation error of VBench's motion smoothness (arXiv
 * 2311.17982).
 */
export const jitter: TripleSignal = {
  id: 'jitter',
  name: 'Jitter',
  unit: '',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 1],
  usual: [0.18, 0.77],
  summarise: mean,
  window: 3,
  measure: (before, after) => {
    const second = meanSecondDifference(before.from.luma, before.to.luma, after.to.luma);
    return second / (before.difference + after.difference + STILL_LEVELS);
  },
};

/**
 * What motion does not explain: mean absolute difference after block motion compensation, in levels. Range 0..255.
 * Source: warping error, Lai et al., "Learning blind video temporal consistency", ECCV 2018, with block motion.
 */
export const motionResidual: PairSignal = {
  id: 'motion_residual',
  name: 'Unexplained change',
  unit: 'levels',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 255],
  usual: [0, 7],
  summarise: mean,
  window: 2,
  measure: (pair) => {
    const residuals = blockResiduals(pair);
    return residuals === null ? null : mean(residuals);
  },
};

/** Residual of a block counts as unmatched beyond this many levels plus its own texture's deviation. */
const UNMATCHED_LEVELS = 8;

/**
 * Share of the picture that cannot be found again in the next frame: blocks of 8 × 8 whose residual after motion
 * compensation exceeds 8 levels plus the block's own standard deviation, in per cent. A cut comes to 40 and more.
 * Range 0..100. Source: block-matching shot detection (Boreczky and Rowe, "Comparison of video shot boundary detection
 * techniques", SPIE 2670, 1996).
 */
export const unmatched: PairSignal = {
  id: 'unmatched',
  name: 'Picture not found again',
  unit: '%',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 100],
  usual: [0, 10],
  summarise: (values) => quantile(values, 0.9),
  window: 2,
  measure: (pair) => {
    const left = pair.compensated;
    if (left === null) return null;
    let lost = 0;
    let counted = 0;
    for (let block = 0; block < left.residual.length; block++) {
      const residual = left.residual[block] ?? Number.NaN;
      if (Number.isNaN(residual)) continue;
      counted++;
      if (residual > UNMATCHED_LEVELS + (left.texture[block] ?? 0)) lost++;
    }
    return counted === 0 ? null : (100 * lost) / counted;
  },
};

/**
 * How unlike two frames are as pictures: one minus the correlation of their 8 × 8-block brightness after motion, 0..2.
 * Median of the clip is near 0; a cut comes to 0.3 and more. Range 0..2.
 * Source: normalised correlation, as in classic shot detection.
 */
export const layoutChange: PairSignal = {
  id: 'layout_change',
  name: 'Change of picture',
  unit: '',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 2],
  usual: [0, 0.05],
  summarise: (values) => Math.max(...values),
  window: 2,
  measure: ({ from, to }) => {
    const a = from.pyramid.at(-1)?.data ?? from.luma;
    const b = to.pyramid.at(-1)?.data ?? to.luma;
    const meanA = mean(a) ?? 0;
    const meanB = mean(b) ?? 0;
    let product = 0;
    let squaresA = 0;
    let squaresB = 0;
    for (let i = 0; i < a.length; i++) {
      const x = (a[i] ?? 0) - meanA;
      const y = (b[i] ?? 0) - meanB;
      product += x * y;
      squaresA += x * x;
      squaresB += y * y;
    }
    const floor = a.length;
    return 1 - (product + floor) / (Math.sqrt(squaresA * squaresB) + floor);
  },
};

/** Mean residual per block where the motion stays inside the picture; null without flow or blocks. */
function blockResiduals(pair: PairView): number[] | null {
  const left = pair.compensated;
  if (left === null) return null;
  const residuals = Array.from(left.residual).filter((value) => !Number.isNaN(value));
  return residuals.length === 0 ? null : residuals;
}

import { mean } from '../../domain/statistics.ts';
import type { Compensated } from '../flow/compensate.ts';
import { vectorLength } from '../flow/vector-length.ts';
import type { PairSignal, TripleSignal } from '../signal.ts';

/** Added to a block's texture, in levels, before its residual is divided by it. */
const FLAT_LEVELS = 4;
/** The worst blocks of a frame, as a share: a deformation is local. */
const WORST_SHARE = 0.05;

/** Residual of a block relative to its texture: 0 explained by motion, 1 as different as another picture. */
function relativeResidual(left: Compensated, block: number): number {
  return (left.residual[block] ?? Number.NaN) / (FLAT_LEVELS + (left.texture[block] ?? 0));
}

/**
 * Local deformation: residual after motion compensation over (4 levels + standard deviation) of each 8 × 8 block, mean of
 * the worst twentieth of the blocks, in per cent. What keeps its shape while it moves stays low; what melts, pops or
 * changes texture does not. Range 0..∞.
 * Source: warping error made relative to texture; cf. Lai et al. (ECCV 2018).
 */
export const localDeformation: PairSignal = {
  id: 'local_deformation',
  name: 'Local deformation',
  unit: '%',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, Number.POSITIVE_INFINITY],
  usual: [0, 150],
  summarise: mean,
  window: 2,
  measure: (pair) => {
    const left = pair.compensated;
    if (left === null) return null;
    const relative = Float64Array.from(left.residual, (_, block) => relativeResidual(left, block));
    const known = relative.filter((value) => !Number.isNaN(value)).sort();
    if (known.length === 0) return null;
    const worst = known.subarray(-Math.max(1, Math.round(WORST_SHARE * known.length)));
    return 100 * (mean(worst) ?? 0);
  },
};

/**
 * Change of motion: mean length of the difference between a block's motion into this frame and out of it, weighted by the
 * confidence of both, in per cent of the long edge per frame. Steady motion has none. Range 0..∞.
 * Source: temporal derivative of optical flow.
 */
export const motionChange: TripleSignal = {
  id: 'motion_change',
  name: 'Unsteady motion',
  unit: '% of long edge',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, Number.POSITIVE_INFINITY],
  usual: [0, 1],
  summarise: mean,
  window: 3,
  measure: (before, after) => {
    const a = before.flow;
    const b = after.flow;
    if (a === null || b === null) return null;
    let sum = 0;
    for (let block = 0; block < a.u.length; block++)
      sum += vectorLength((b.u[block] ?? 0) - (a.u[block] ?? 0), (b.v[block] ?? 0) - (a.v[block] ?? 0));
    return (100 * sum) / a.u.length / before.longEdge;
  },
};

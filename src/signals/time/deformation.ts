import { mean, quantile } from '../../domain/statistics.ts';
import type { Compensated } from '../flow/compensate.ts';
import type { PairView } from '../pair-view.ts';
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
  usual: [0, 60],
  summarise: mean,
  window: 2,
  measure: (pair) => {
    const left = pair.compensated;
    if (left === null) return null;
    const relative: number[] = [];
    for (let block = 0; block < left.residual.length; block++) {
      const value = relativeResidual(left, block);
      if (!Number.isNaN(value)) relative.push(value);
    }
    if (relative.length === 0) return null;
    relative.sort((a, b) => b - a);
    const worst = relative.slice(0, Math.max(1, Math.round(WORST_SHARE * relative.length)));
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
  usual: [0, 0.6],
  summarise: mean,
  window: 3,
  measure: (before, after) => {
    const a = before.flow;
    const b = after.flow;
    if (a === null || b === null) return null;
    let sum = 0;
    for (let block = 0; block < a.u.length; block++)
      sum += Math.hypot((b.u[block] ?? 0) - (a.u[block] ?? 0), (b.v[block] ?? 0) - (a.v[block] ?? 0));
    return (100 * sum) / a.u.length / before.longEdge;
  },
};

/**
 * Strain: how much neighbouring blocks move apart or shear beyond the camera's own motion: mean of the worst twentieth of
 * |∂u/∂x − g| + |∂v/∂y − g| + |∂u/∂y + ∂v/∂x| over the grid, in per cent per frame, g the camera's growth. Range 0..∞.
 * Source: the small-strain tensor of the flow field.
 */
export const strain: PairSignal = {
  id: 'strain',
  name: 'Strain',
  unit: '%',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, Number.POSITIVE_INFINITY],
  usual: [0, 40],
  summarise: mean,
  window: 2,
  measure: (pair) => strainOf(pair),
};

function strainOf(pair: PairView): number | null {
  const { flow, camera } = pair;
  if (flow === null || flow.columns < 2 || flow.rows < 2) return null;
  const { columns, rows, stride, u, v } = flow;
  const growth = camera?.growth ?? 0;
  const values: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const ux = ((u[at + 1] ?? 0) - (u[at] ?? 0)) / stride;
      const vx = ((v[at + 1] ?? 0) - (v[at] ?? 0)) / stride;
      const uy = ((u[at + columns] ?? 0) - (u[at] ?? 0)) / stride;
      const vy = ((v[at + columns] ?? 0) - (v[at] ?? 0)) / stride;
      values.push(Math.abs(ux - growth) + Math.abs(vy - growth) + Math.abs(uy + vx));
    }
  }
  const threshold = quantile(values, 1 - WORST_SHARE);
  return threshold === null ? null : 100 * (mean(values.filter((value) => value >= threshold)) ?? 0);
}

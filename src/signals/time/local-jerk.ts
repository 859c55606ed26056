import { mean, median } from '../../domain/statistics.ts';
import { vectorLength } from '../flow/vector-length.ts';
import type { PairView } from '../pair-view.ts';
import type { TripleSignal } from '../signal.ts';

/** Where the motion of one part of the picture is least steady, and how much. */
interface Jerk {
  /** Length of the change of motion in per cent of the long edge per frame. */
  size: number;
  /** Place in per cent of the width from the left and of the height from the top. */
  x: number;
  y: number;
}

/** Kept because three signals read it. A pair follows only one other, so the later of the two is enough of a key. */
const jerks = new WeakMap<PairView, Jerk | null>();

function worstJerk(before: PairView, after: PairView): Jerk | null {
  const known = jerks.get(after);
  if (known !== undefined) return known;
  const jerk = measureWorstJerk(before, after);
  jerks.set(after, jerk);
  return jerk;
}

/**
 * Change of each block's motion from one pair of frames to the next, less the median change of all blocks (a shaken camera
 * is not a deformation), weighted by the blocks' confidence and averaged over 3 × 3 blocks; the largest such mean.
 * Null without flow or with fewer than 3 × 3 blocks.
 */
function measureWorstJerk(before: PairView, after: PairView): Jerk | null {
  const a = before.flow;
  const b = after.flow;
  if (a === null || b === null || a.columns < 3 || a.rows < 3) return null;
  const { columns, rows } = a;
  const changeU = differences(b.u, a.u);
  const changeV = differences(b.v, a.v);
  const centreU = median(changeU) ?? 0;
  const centreV = median(changeV) ?? 0;
  const sizes = changeU.map(
    (value, block) =>
      Math.min(a.confidence[block] ?? 0, b.confidence[block] ?? 0) *
      vectorLength(value - centreU, (changeV[block] ?? 0) - centreV),
  );
  let worst: Jerk | null = null;
  for (let row = 1; row + 1 < rows; row++) {
    for (let column = 1; column + 1 < columns; column++) {
      let sum = 0;
      for (let y = row - 1; y <= row + 1; y++)
        for (let x = column - 1; x <= column + 1; x++) sum += sizes[y * columns + x] ?? 0;
      const size = ((100 / before.longEdge) * sum) / 9;
      if (worst === null || size > worst.size)
        worst = { size, x: (100 * (column + 0.5)) / columns, y: (100 * (row + 0.5)) / rows };
    }
  }
  return worst;
}

function differences(later: Float32Array, earlier: Float32Array): Float64Array {
  const result = new Float64Array(later);
  for (let i = 0; i < result.length; i++) result[i] = (later[i] ?? 0) - (earlier[i] ?? 0);
  return result;
}

/**
 * Local jerk: the largest change of motion of any 3 × 3 blocks against the rest of the picture, in per cent of the long edge
 * per frame. A part that wobbles, pops or melts changes its motion while the picture around it does not. Range 0..∞.
 * Source: temporal derivative of optical flow after global compensation.
 */
export const localJerk: TripleSignal = {
  id: 'local_jerk',
  name: 'Local jerk',
  unit: '% of long edge',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, Number.POSITIVE_INFINITY],
  usual: [0, 4],
  summarise: mean,
  window: 3,
  measure: (before, after) => worstJerk(before, after)?.size ?? null,
};

/** Where the local jerk is, in per cent of the width from the left. Range 0..100. */
export const localJerkX: TripleSignal = {
  ...localJerk,
  id: 'local_jerk_x',
  name: 'Place of the local jerk, from the left',
  unit: '% of width',
  worse: 'neither',
  range: [0, 100],
  usual: [0, 100],
  summarise: median,
  measure: (before, after) => worstJerk(before, after)?.x ?? null,
};

/** Where the local jerk is, in per cent of the height from the top. Range 0..100. */
export const localJerkY: TripleSignal = {
  ...localJerkX,
  id: 'local_jerk_y',
  name: 'Place of the local jerk, from the top',
  unit: '% of height',
  measure: (before, after) => worstJerk(before, after)?.y ?? null,
};

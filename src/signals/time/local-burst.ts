import type { Box } from '../../domain/box.ts';
import { median } from '../../domain/statistics.ts';
import type { PairView } from '../pair-view.ts';
import { remembered } from '../remembered.ts';
import type { StretchSignal } from '../signal.ts';

/** Pairs that a burst is compared over: itself and two on each side. */
const PAIRS = 5;
/** Added to changes before they are divided, in levels: near nothing twice nothing is no burst. */
const STILL_LEVELS = 2;
/** A burst under this has no outline worth telling. */
const LEAST_OUTLINED = 2;
/** Blocks belong to a burst from this share of its size on, as a logarithm of the ratio. */
const OUTLINE_SHARE = 0.5;

/**
 * Burst of change in one place: change of each 3 × 3 blocks over the largest that the same blocks show up to two frames before and
 * after, both as they are and after motion compensation, each plus two levels; the smaller of the two ratios, for the blocks
 * where it is largest, over the median of all blocks where that is more than 1. A thing that pops up or vanishes comes to 6 and more; what moves there is no burst. At least 0.
 * Source: temporal outliers of block-wise change, as flash and cut detectors take them for the whole picture.
 */
export const localBurst: StretchSignal = {
  id: 'local_burst',
  name: 'Burst of change in one place',
  unit: '×',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, Number.POSITIVE_INFINITY],
  usual: [0.8, 3],
  summarise: (values) => Math.max(...values),
  window: 'stretch',
  longest: { pairs: PAIRS },
  measure: (pairs) => {
    const centre = pairs.length >> 1;
    const plain = pairs.map(plainChange);
    const unexplained = pairs.map(unexplainedChange);
    const [size] = unexplained;
    const middle = pairs[centre];
    if (middle === undefined || size === undefined || size === null || plain[centre] === undefined) return null;
    const { columns, rows } = size;
    const ratios = new Float32Array(columns * rows).map((_, block) =>
      Math.min(burst(plain, centre, block), burst(unexplained, centre, block)),
    );
    // What all of the picture does is no burst in one place.
    const everywhere = Math.max(1, median(ratios) ?? 1);
    const largest = ratios.reduce((most, ratio) => Math.max(most, ratio), 0) / everywhere;
    if (largest < LEAST_OUTLINED) return largest;
    return { value: largest, box: outline(ratios, largest * everywhere, columns, rows) };
  },
};

interface BlockChange {
  columns: number;
  rows: number;
  /** Levels. */
  values: Float32Array;
}

/** How many times as much a block changes in one pair as in any of the others. */
function burst(changes: readonly (BlockChange | null)[], centre: number, block: number): number {
  let beside = 0;
  changes.forEach((change, pair) => {
    if (pair !== centre) beside = Math.max(beside, change?.values[block] ?? 0);
  });
  return ((changes[centre]?.values[block] ?? 0) + STILL_LEVELS) / (beside + STILL_LEVELS);
}

// Both are remembered because a pair is looked at from up to five frames.

const plainChange = remembered((pair: PairView): BlockChange => {
  const { columns: stride, values } = pair.blockDifferences;
  // Those at the edges may be smaller; the flow has none of them.
  const columns = pair.flow?.columns ?? stride;
  const rows = pair.flow?.rows ?? 0;
  const whole = new Float32Array(columns * rows).map(
    (_, block) => values[Math.floor(block / columns) * stride + (block % columns)] ?? 0,
  );
  return { columns, rows, values: spread(whole, columns, rows) };
});

const unexplainedChange = remembered((pair: PairView): BlockChange | null => {
  if (pair.compensated === null) return null;
  const { columns, rows, residual } = pair.compensated;
  const known = residual.map((value) => (Number.isNaN(value) ? 0 : value));
  return { columns, rows, values: spread(known, columns, rows) };
});

/** Mean over 3 × 3 blocks; those at the edges have fewer. */
function spread(values: Float32Array, columns: number, rows: number): Float32Array {
  return values.map((_, block) => {
    const row = Math.floor(block / columns);
    const column = block % columns;
    let sum = 0;
    let count = 0;
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        sum += values[y * columns + x] ?? 0;
        count++;
      }
    }
    return sum / count;
  });
}

/** The smallest box about all blocks that burst along. */
function outline(ratios: Float32Array, largest: number, columns: number, rows: number): Box {
  const least = largest ** OUTLINE_SHARE;
  let [left, top, right, bottom] = [columns, rows, 0, 0];
  ratios.forEach((ratio, block) => {
    if (ratio < least) return;
    const column = block % columns;
    const row = Math.floor(block / columns);
    left = Math.min(left, column);
    top = Math.min(top, row);
    right = Math.max(right, column + 1);
    bottom = Math.max(bottom, row + 1);
  });
  return { x: left / columns, y: top / rows, width: (right - left) / columns, height: (bottom - top) / rows };
}

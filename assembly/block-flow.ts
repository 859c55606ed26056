import { f32At, setF32, spot } from './memory';
import * as patch from './patch';
import { gradients } from './pyramid';

/** Block motions further than this from the median of their neighbourhood are looked at again, in pixels. */
const OUTLIER_PX: f32 = 0.25;
/** A neighbourhood of 3 × 3 blocks. */
const window = memory.data(9 * 4, 16);

/**
 * Motion of all blocks of one level; see src/signals/flow/block-flow.ts.
 * @param from, to - Planes of width × height.
 * @param gradientPlanes - Room for two such planes.
 * @param stride - Distance of block centres in pixels.
 * @param coarse - Motion on the next coarser level: all u, then all v. Without rows where there is none.
 * @param flow - Filled with all u, then all v, then the confidence of all blocks.
 * @param found - Room for all u and all v.
 */
export function refineFlow(
  from: usize,
  to: usize,
  width: i32,
  height: i32,
  gradientPlanes: usize,
  stride: i32,
  coarse: usize,
  coarseColumns: i32,
  coarseRows: i32,
  flow: usize,
  columns: i32,
  rows: i32,
  found: usize,
): void {
  const size = columns * rows;
  const u = flow;
  const v = spot(flow, size);
  const confidence = spot(flow, 2 * size);
  const coarseV = spot(coarse, coarseColumns * coarseRows);
  gradients(from, width, height, gradientPlanes);
  patch.match(from, gradientPlanes, to, width, height);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const block = row * columns + column;
      placeAt(column, row, stride);
      patch.start(0, 0);
      if (coarseRows > 0) {
        const parent = min(coarseRows - 1, row >> 1) * coarseColumns + min(coarseColumns - 1, column >> 1);
        patch.consider(2 * <f64>f32At(coarse, parent), 2 * <f64>f32At(coarseV, parent));
      }
      if (column > 0) patch.consider(f32At(u, block - 1), f32At(v, block - 1));
      if (row > 0) patch.consider(f32At(u, block - columns), f32At(v, block - columns));
      patch.descend();
      setF32(u, block, <f32>patch.u);
      setF32(v, block, <f32>patch.v);
      setF32(confidence, block, <f32>patch.confidence);
    }
  }
  memory.copy(found, flow, 2 * size * 4);
  replaceOutliers(found, spot(found, size), columns, rows, stride, u, v);
}

function placeAt(column: i32, row: i32, stride: i32): void {
  patch.place((<f64>column + 0.5) * stride, (<f64>row + 0.5) * stride);
}

/** Takes the 3 × 3 median of each component where it explains the patch about as well as the block's own motion. */
function replaceOutliers(foundU: usize, foundV: usize, columns: i32, rows: i32, stride: i32, u: usize, v: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const block = row * columns + column;
      const ownU = f32At(foundU, block);
      const ownV = f32At(foundV, block);
      const middleU = middleAround(foundU, column, row, columns, rows);
      const middleV = middleAround(foundV, column, row, columns, rows);
      if (abs<f32>(ownU - middleU) + abs<f32>(ownV - middleV) < OUTLIER_PX) continue;
      placeAt(column, row, stride);
      if (patch.costAt(middleU, middleV) <= 1.1 * patch.costAt(ownU, ownV) + 1) {
        setF32(u, block, middleU);
        setF32(v, block, middleV);
      }
    }
  }
}

/** The (upper) median of the 3 × 3 values around a block, as far as they exist. */
function middleAround(values: usize, column: i32, row: i32, columns: i32, rows: i32): f32 {
  let count = 0;
  for (let y = max(0, row - 1); y <= min(rows - 1, row + 1); y++) {
    for (let x = max(0, column - 1); x <= min(columns - 1, column + 1); x++) {
      const value = f32At(values, y * columns + x);
      let place = count++;
      for (; place > 0 && f32At(window, place - 1) > value; place--) setF32(window, place, f32At(window, place - 1));
      setF32(window, place, value);
    }
  }
  return f32At(window, count >> 1);
}

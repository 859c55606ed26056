import { f32At, laneSum, pairAt, setF32, spot } from './memory';

/** Σ |a − b| over `count` values. */
export function differenceSum(a: usize, b: usize, count: i32): f64 {
  let sum = f64x2.splat(0);
  let i = 0;
  for (; i + 2 <= count; i += 2) sum = f64x2.add(sum, f64x2.abs(f64x2.sub(pairAt(spot(a, i)), pairAt(spot(b, i)))));
  let rest: f64 = 0;
  if (i < count) rest = Math.abs(<f64>f32At(a, i) - <f64>f32At(b, i));
  return laneSum(sum) + rest;
}

/** Σ |a − 2·b + c| over `count` values. */
export function secondDifferenceSum(a: usize, b: usize, c: usize, count: i32): f64 {
  const two = f64x2.splat(2);
  let sum = f64x2.splat(0);
  let i = 0;
  for (; i + 2 <= count; i += 2) {
    const sides = f64x2.add(pairAt(spot(a, i)), pairAt(spot(c, i)));
    sum = f64x2.add(sum, f64x2.abs(f64x2.sub(sides, f64x2.mul(two, pairAt(spot(b, i))))));
  }
  let rest: f64 = 0;
  if (i < count) rest = Math.abs(<f64>f32At(a, i) - 2 * <f64>f32At(b, i) + <f64>f32At(c, i));
  return laneSum(sum) + rest;
}

/**
 * Mean |a − b| of square blocks, row by row of blocks; those at the right and lower edge may be smaller.
 * @param a, b - Planes of width × height.
 * @param size - Edge of a block in pixels.
 */
export function blockDifferences(a: usize, b: usize, width: i32, height: i32, size: i32, out: usize): void {
  let block = 0;
  for (let top = 0; top < height; top += size) {
    const rows = min(size, height - top);
    for (let left = 0; left < width; left += size, block++) {
      const columns = min(size, width - left);
      let sum: f64 = 0;
      for (let y = top; y < top + rows; y++) {
        const at = y * width + left;
        sum += differenceSum(spot(a, at), spot(b, at), columns);
      }
      setF32(out, block, <f32>(sum / (rows * columns)));
    }
  }
}

import { f32At, laneSum, pairAt, spot } from './memory';

/** Mean and standard deviation of `count` values, written as two double-precision values. */
export function moments(data: usize, count: i32, out: usize): void {
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  let i = 0;
  for (; i + 2 <= count; i += 2) {
    const pair = pairAt(spot(data, i));
    sum = f64x2.add(sum, pair);
    squares = f64x2.add(squares, f64x2.mul(pair, pair));
  }
  const last: f64 = i < count ? f32At(data, i) : 0;
  finish(laneSum(sum) + last, laneSum(squares) + last * last, count, out);
}

/** As `moments`, of the four-neighbour Laplacian inside the border of a plane of at least 3 × 3. */
export function laplacianMoments(data: usize, width: i32, height: i32, out: usize): void {
  const four = f64x2.splat(4);
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  let restSum: f64 = 0;
  let restSquares: f64 = 0;
  const pitch = (<usize>width) << 2;
  for (let y = 1; y < height - 1; y++) {
    let x = 1;
    for (; x + 2 <= width - 1; x += 2) {
      const at = spot(data, y * width + x);
      const beside = f64x2.add(pairAt(at - 4), pairAt(at + 4));
      const around = f64x2.add(beside, f64x2.add(pairAt(at - pitch), pairAt(at + pitch)));
      const value = f64x2.sub(f64x2.mul(four, pairAt(at)), around);
      sum = f64x2.add(sum, value);
      squares = f64x2.add(squares, f64x2.mul(value, value));
    }
    if (x < width - 1) {
      const at = y * width + x;
      const beside = <f64>f32At(data, at - 1) + <f64>f32At(data, at + 1);
      const around = beside + <f64>f32At(data, at - width) + <f64>f32At(data, at + width);
      const value = 4 * <f64>f32At(data, at) - around;
      restSum += value;
      restSquares += value * value;
    }
  }
  finish(laneSum(sum) + restSum, laneSum(squares) + restSquares, (width - 2) * (height - 2), out);
}

function finish(sum: f64, squares: f64, count: i32, out: usize): void {
  const mean = sum / count;
  store<f64>(out, mean);
  store<f64>(out, Math.sqrt(max<f64>(0, squares / count - mean * mean)), 8);
}

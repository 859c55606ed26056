import { f32At, pairAt, setF32, setPair, spot } from './memory';

// Sums are taken in double precision and rounded once: what is derived from these planes is sensitive to every digit.

/**
 * Smooths a plane with [1 2 1]/4 along both axes; edges are repeated.
 * @param rows - Room for one plane.
 */
export function smooth(source: usize, width: i32, height: i32, rows: usize, out: usize): void {
  const last = width - 1;
  for (let y = 0; y < height; y++) {
    const line = spot(source, y * width);
    const row = spot(rows, y * width);
    binomial(line, line, spot(line, min(1, last)), 1, row);
    binomial(line, spot(line, 1), spot(line, 2), width - 2, spot(row, 1));
    binomial(spot(line, max(0, last - 1)), spot(line, last), spot(line, last), 1, spot(row, last));
  }
  for (let y = 0; y < height; y++) {
    const middle = spot(rows, y * width);
    const above = y > 0 ? spot(middle, -width) : middle;
    const below = y < height - 1 ? spot(middle, width) : middle;
    binomial(above, middle, below, width, spot(out, y * width));
  }
}

/** (a + 2·b + c) / 4 for each of `count` samples. */
function binomial(a: usize, b: usize, c: usize, count: i32, out: usize): void {
  const two = f64x2.splat(2);
  const quarter = f64x2.splat(0.25);
  let x = 0;
  for (; x + 2 <= count; x += 2) {
    const sides = f64x2.add(pairAt(spot(a, x)), pairAt(spot(c, x)));
    const sum = f64x2.add(sides, f64x2.mul(two, pairAt(spot(b, x))));
    setPair(spot(out, x), f64x2.mul(sum, quarter));
  }
  if (x < count) setF32(out, x, <f32>((<f64>f32At(a, x) + 2 * <f64>f32At(b, x) + <f64>f32At(c, x)) / 4));
}

/** Half the size (rounded down), every sample the mean of the 2 × 2 under it. */
export function halve(source: usize, width: i32, height: i32, out: usize): void {
  const quarter = f64x2.splat(0.25);
  const halfWidth = width >> 1;
  for (let y = 0; y < height >> 1; y++) {
    const top = spot(source, 2 * y * width);
    const bottom = spot(top, width);
    const line = spot(out, y * halfWidth);
    let x = 0;
    for (; x + 2 <= halfWidth; x += 2) {
      const first = columnSums(spot(top, 2 * x), spot(bottom, 2 * x));
      const second = columnSums(spot(top, 2 * x + 2), spot(bottom, 2 * x + 2));
      const left = v128.shuffle<f64>(first, second, 0, 2);
      const right = v128.shuffle<f64>(first, second, 1, 3);
      setPair(spot(line, x), f64x2.mul(f64x2.add(left, right), quarter));
    }
    if (x < halfWidth) {
      const sums = columnSums(spot(top, 2 * x), spot(bottom, 2 * x));
      setF32(line, x, <f32>((f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)) / 4));
    }
  }
}

function columnSums(upper: usize, lower: usize): v128 {
  return f64x2.add(pairAt(upper), pairAt(lower));
}

/**
 * Central differences, in levels per pixel; at the edges half the one-sided difference.
 * @param out - Filled with two planes: along x, then along y.
 */
export function gradients(source: usize, width: i32, height: i32, out: usize): void {
  const last = width - 1;
  const gradientX = out;
  const gradientY = spot(out, width * height);
  for (let y = 0; y < height; y++) {
    const line = spot(source, y * width);
    const along = spot(gradientX, y * width);
    halfDifference(line, spot(line, min(1, last)), 1, along);
    halfDifference(line, spot(line, 2), width - 2, spot(along, 1));
    halfDifference(spot(line, max(0, last - 1)), spot(line, last), 1, spot(along, last));
    const above = y > 0 ? spot(line, -width) : line;
    const below = y < height - 1 ? spot(line, width) : line;
    halfDifference(above, below, width, spot(gradientY, y * width));
  }
}

/** (b − a) / 2 for each of `count` samples. */
function halfDifference(a: usize, b: usize, count: i32, out: usize): void {
  const half = f32x4.splat(0.5);
  let x = 0;
  for (; x + 4 <= count; x += 4)
    v128.store(spot(out, x), f32x4.mul(f32x4.sub(v128.load(spot(b, x)), v128.load(spot(a, x))), half));
  for (; x < count; x++) setF32(out, x, (f32At(b, x) - f32At(a, x)) / 2);
}

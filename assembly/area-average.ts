import { f32At, setF32, spot } from './memory';

/**
 * One line of an area average; see src/video/area-average.ts. Sums are rounded to single precision after the two edge rows,
 * then after every four rows, or what is left of them.
 * @param source - The rows under the line, `stride` values apart, of which each has `count`.
 * @param bytes - Size of a value: 1 or 2 for whole numbers, 4 for single precision.
 * @param topWeight, bottomWeight - How much of the first and the last row counts; all of those between do.
 * @param line - Room for `count` values.
 * @param spans - For each target column: the first source column, then of all columns the last, then the share of the first
 * that counts, then of the last.
 * @param step - Values from one source column to the next.
 * @param scale - What sums are multiplied by.
 * @param out - Filled with `columns` values.
 */
export function averageLine(
  source: usize,
  bytes: i32,
  stride: i32,
  count: i32,
  rows: i32,
  topWeight: f32,
  bottomWeight: f32,
  line: usize,
  spans: usize,
  columns: i32,
  step: i32,
  scale: f64,
  out: usize,
): void {
  if (bytes === 1) sumRows<u8>(source, stride, count, rows, topWeight, bottomWeight, line);
  else if (bytes === 2) sumRows<u16>(source, stride, count, rows, topWeight, bottomWeight, line);
  else sumRows<f32>(source, stride, count, rows, topWeight, bottomWeight, line);
  reduce(line, step, spans, columns, scale, out);
}

function sumRows<T>(
  source: usize,
  stride: i32,
  count: i32,
  rows: i32,
  topWeight: f32,
  bottomWeight: f32,
  line: usize,
): void {
  const pitch = <usize>stride * sizeof<T>();
  const last = source + <usize>(rows - 1) * pitch;
  let row = source;
  let left = rows;
  if (rows > 1 && topWeight === 1 && bottomWeight === 1) {
    memory.fill(line, 0, (<usize>count) << 2);
  } else {
    startLine<T>(source, topWeight, last, bottomWeight, count, line);
    row += pitch;
    left -= 2;
  }
  while (left > 0) {
    const group = left >= 4 ? 4 : left >= 2 ? 2 : 1;
    addRows<T>(row, pitch, group, count, line);
    row += <usize>group * pitch;
    left -= group;
  }
}

/** The two edge rows with their weights. */
function startLine<T>(top: usize, topWeight: f32, bottom: usize, bottomWeight: f32, count: i32, line: usize): void {
  let x = 0;
  if (sizeof<T>() === 1) {
    const weightA = f64x2.splat(topWeight);
    const weightB = f64x2.splat(bottomWeight);
    for (; x + 4 <= count; x += 4) {
      const a = fourBytes(top + <usize>x);
      const b = fourBytes(bottom + <usize>x);
      const low = f64x2.add(
        f64x2.mul(weightA, f64x2.convert_low_i32x4_u(a)),
        f64x2.mul(weightB, f64x2.convert_low_i32x4_u(b)),
      );
      const high = f64x2.add(f64x2.mul(weightA, upperPair(a)), f64x2.mul(weightB, upperPair(b)));
      const both = v128.shuffle<f64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
      v128.store(spot(line, x), both);
    }
  }
  for (; x < count; x++)
    setF32(line, x, <f32>(<f64>topWeight * valueAt<T>(top, x) + <f64>bottomWeight * valueAt<T>(bottom, x)));
}

/** Adds a few whole rows, at most 257 of bytes. */
function addRows<T>(row: usize, pitch: usize, rows: i32, count: i32, line: usize): void {
  let x = 0;
  if (sizeof<T>() === 1) {
    for (; x + 16 <= count; x += 16) {
      let at = row + <usize>x;
      let low = i16x8.splat(0);
      let high = i16x8.splat(0);
      for (let i = 0; i < rows; i++, at += pitch) {
        const values = v128.load(at);
        low = i16x8.add(low, i16x8.extend_low_i8x16_u(values));
        high = i16x8.add(high, i16x8.extend_high_i8x16_u(values));
      }
      addWhole(spot(line, x), low);
      addWhole(spot(line, x + 8), high);
    }
  }
  for (; x < count; x++) {
    let sum = <f64>f32At(line, x);
    let at = row;
    for (let i = 0; i < rows; i++, at += pitch) sum += valueAt<T>(at, x);
    setF32(line, x, <f32>sum);
  }
}

function valueAt<T>(row: usize, index: i32): f64 {
  return <f64>load<T>(row + <usize>index * sizeof<T>());
}

/** Four bytes as 32-bit lanes. */
function fourBytes(at: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(at)));
}

function upperPair(lanes: v128): v128 {
  return f64x2.convert_low_i32x4_u(v128.shuffle<i32>(lanes, lanes, 2, 3, 2, 3));
}

/** Adds eight whole numbers of 16 bits. */
function addWhole(line: usize, sums: v128): void {
  v128.store(line, f32x4.add(v128.load(line), f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(sums))));
  v128.store(line, f32x4.add(v128.load(line, 16), f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(sums))), 16);
}

function reduce(line: usize, step: i32, spans: usize, columns: i32, scale: f64, out: usize): void {
  const lasts = spot(spans, columns);
  const firstShares = spot(lasts, columns);
  const lastShares = spot(firstShares, columns);
  for (let x = 0; x < columns; x++) {
    const first = load<i32>(spot(spans, x)) * step;
    const last = load<i32>(spot(lasts, x)) * step;
    let sum = <f64>f32At(line, first) * <f64>f32At(firstShares, x) + <f64>f32At(line, last) * <f64>f32At(lastShares, x);
    for (let i = first + step; i < last; i += step) sum += f32At(line, i);
    setF32(out, x, <f32>(scale * sum));
  }
}

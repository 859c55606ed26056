import { f32At, spot } from './memory';

/**
 * Counts samples by level, rounded to whole ones and held within 0..255.
 * @param counts - 256 32-bit counts; filled.
 */
export function histogram(data: usize, count: i32, counts: usize): void {
  memory.fill(counts, 0, 256 * 4);
  for (let i = 0; i < count; i++) {
    const level = max(0, min(255, <i32>(<f64>f32At(data, i) + 0.5)));
    const at = spot(counts, level);
    store<u32>(at, load<u32>(at) + 1);
  }
}

/**
 * Counts bytes by value.
 * @param counts - 256 32-bit counts; filled.
 */
export function byteHistogram(data: usize, count: i32, counts: usize): void {
  memory.fill(counts, 0, 256 * 4);
  for (let i = 0; i < count; i++) {
    const at = spot(counts, load<u8>(data + <usize>i));
    store<u32>(at, load<u32>(at) + 1);
  }
}

/** How many samples are at most `low` or at least `high`. */
export function beyond(data: usize, count: i32, low: f32, high: f32): i32 {
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  let found = i32x4.splat(0);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const values = v128.load(spot(data, i));
    // A true comparison is −1.
    found = i32x4.sub(found, v128.or(f32x4.le(values, lows), f32x4.ge(values, highs)));
  }
  let rest = 0;
  for (; i < count; i++) if (f32At(data, i) <= low || f32At(data, i) >= high) rest++;
  return (
    rest +
    i32x4.extract_lane(found, 0) +
    i32x4.extract_lane(found, 1) +
    i32x4.extract_lane(found, 2) +
    i32x4.extract_lane(found, 3)
  );
}

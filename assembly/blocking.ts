import { distance, firstLanes, quadSums, total } from './bytes';
import { spot } from './memory';

/**
 * Isolated steps along rows: at each pixel but the first two and the last of a row, the step from its left neighbour less the
 * larger of the two steps beside it, where that is positive and the step is at most `strongest`.
 * @param data - Bytes, width × height.
 * @param sums - Filled with one 32-bit sum for each column; 16 values longer than the rows.
 */
export function stepsAlong(data: usize, width: i32, height: i32, strongest: i32, sums: usize): void {
  memory.fill(sums, 0, (<usize>width + 16) << 2);
  for (let y = 0; y < height; y++) {
    const line = data + <usize>(y * width);
    for (let x = 2; x < width - 1; x += 16) {
      const steps = v128.and(isolated(line + <usize>x, 1, strongest), firstLanes(width - 1 - x));
      const low = i16x8.extend_low_i8x16_u(steps);
      const high = i16x8.extend_high_i8x16_u(steps);
      const sum = spot(sums, x);
      v128.store(sum, i32x4.add(v128.load(sum), i32x4.extend_low_i16x8_u(low)));
      v128.store(sum, i32x4.add(v128.load(sum, 16), i32x4.extend_high_i16x8_u(low)), 16);
      v128.store(sum, i32x4.add(v128.load(sum, 32), i32x4.extend_low_i16x8_u(high)), 32);
      v128.store(sum, i32x4.add(v128.load(sum, 48), i32x4.extend_high_i16x8_u(high)), 48);
    }
  }
}

/** `stepsAlong` down the columns: from the upper neighbour, with one sum for each row. */
export function stepsDown(data: usize, width: i32, height: i32, strongest: i32, sums: usize): void {
  memory.fill(sums, 0, (<usize>height) << 2);
  for (let y = 2; y < height - 1; y++) {
    const line = data + <usize>(y * width);
    let sum = i32x4.splat(0);
    for (let x = 0; x < width; x += 16) {
      const steps = isolated(line + <usize>x, width, strongest);
      sum = i32x4.add(sum, quadSums(v128.and(steps, firstLanes(width - x))));
    }
    store<u32>(spot(sums, y), <u32>total(sum));
  }
}

/** At 16 pixels, how much the step from the pixel `stride` before exceeds its neighbours. */
function isolated(at: usize, stride: usize, strongest: i32): v128 {
  const here = v128.load(at);
  const before = v128.load(at - stride);
  const own = distance(here, before);
  const beside = i8x16.max_u(distance(before, v128.load(at - 2 * stride)), distance(v128.load(at + stride), here));
  return v128.and(i8x16.sub_sat_u(own, beside), i8x16.le_u(own, i8x16.splat(<i8>strongest)));
}

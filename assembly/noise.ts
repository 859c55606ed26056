import { quadSums, total } from './bytes';
import { spot } from './memory';

/** Edge of the blocks in pixels: one vector. */
const BLOCK: i32 = 16;

/**
 * For each block of 16 × 16 pixels that has a pixel beyond it on every side, row by row of blocks from pixel (1, 1) on: the sum of
 * |f ∗ [1 −2 1; −2 4 −2; 1 −2 1]|, and the sum of the pixels.
 * @param data - Bytes, width × height.
 * @param responses, levels - Filled with 32-bit sums.
 */
export function noiseSums(data: usize, width: i32, height: i32, responses: usize, levels: usize): void {
  let block = 0;
  for (let top = 1; top + BLOCK < height; top += BLOCK) {
    for (let left = 1; left + BLOCK < width; left += BLOCK, block++) {
      let at = data + <usize>((top - 1) * width + left);
      let aboveLow = curve(at, false);
      let aboveHigh = curve(at, true);
      at += width;
      let hereLow = curve(at, false);
      let hereHigh = curve(at, true);
      let response = i32x4.splat(0);
      let level = i32x4.splat(0);
      for (let row = 0; row < BLOCK; row++) {
        level = i32x4.add(level, quadSums(v128.load(at)));
        at += width;
        const belowLow = curve(at, false);
        const belowHigh = curve(at, true);
        response = i32x4.add(response, size(bend(aboveLow, hereLow, belowLow)));
        response = i32x4.add(response, size(bend(aboveHigh, hereHigh, belowHigh)));
        aboveLow = hereLow;
        aboveHigh = hereHigh;
        hereLow = belowLow;
        hereHigh = belowHigh;
      }
      store<u32>(spot(responses, block), <u32>total(response));
      store<u32>(spot(levels, block), <u32>total(level));
    }
  }
}

/** [1 −2 1] along the row at the lower or the upper eight of 16 pixels. */
function curve(at: usize, high: boolean): v128 {
  const place = high ? at + 8 : at;
  return bend(v128.load8x8_u(place - 1), v128.load8x8_u(place), v128.load8x8_u(place + 1));
}

/** a − 2·b + c */
function bend(a: v128, b: v128, c: v128): v128 {
  return i16x8.sub(i16x8.add(a, c), i16x8.shl(b, 1));
}

/** Absolute values, added up in pairs. */
function size(lanes: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.abs(lanes));
}

/**
 * Turns YCbCr in the full range into RGBA, opaque.
 * @param luma - Bytes, width × height.
 * @param cb, cr - Bytes at half the size, rounded up.
 * @param red, blue - Weights of red and blue in luma.
 * @param out - Filled with 4 × width × height bytes; up to 28 bytes behind them are written too.
 */
export function rgba(
  luma: usize,
  cb: usize,
  cr: usize,
  width: i32,
  height: i32,
  red: f32,
  blue: f32,
  out: usize,
): void {
  const halfWidth = (width + 1) >> 1;
  const redGain = f32x4.splat(2 * (1 - red));
  const blueGain = f32x4.splat(2 * (1 - blue));
  const redWeight = f32x4.splat(red);
  const blueWeight = f32x4.splat(blue);
  const green = f32x4.splat(1 - red - blue);
  for (let y = 0; y < height; y++) {
    const line = luma + <usize>(y * width);
    const chroma = <usize>((y >> 1) * halfWidth);
    const target = out + ((<usize>(y * width)) << 2);
    // The last eight pixels of a line may reach into the next, which is written after it.
    for (let x = 0; x < width; x += 8) {
      const level = v128.load8x8_u(line + <usize>x);
      const blueness = neutral(cb + chroma + <usize>(x >> 1));
      const redness = neutral(cr + chroma + <usize>(x >> 1));
      const lowLevel = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(level));
      const highLevel = f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(level));
      const lowR = f32x4.add(lowLevel, f32x4.mul(redGain, low(redness)));
      const highR = f32x4.add(highLevel, f32x4.mul(redGain, high(redness)));
      const lowB = f32x4.add(lowLevel, f32x4.mul(blueGain, low(blueness)));
      const highB = f32x4.add(highLevel, f32x4.mul(blueGain, high(blueness)));
      const lowG = rest(lowLevel, f32x4.mul(redWeight, lowR), f32x4.mul(blueWeight, lowB), green);
      const highG = rest(highLevel, f32x4.mul(redWeight, highR), f32x4.mul(blueWeight, highB), green);
      const rg = i8x16.narrow_i16x8_u(rounded(lowR, highR), rounded(lowG, highG));
      const ba = i8x16.narrow_i16x8_u(rounded(lowB, highB), i16x8.splat(255));
      const at = target + ((<usize>x) << 2);
      v128.store(at, v128.shuffle<u8>(rg, ba, 0, 8, 16, 24, 1, 9, 17, 25, 2, 10, 18, 26, 3, 11, 19, 27));
      v128.store(at, v128.shuffle<u8>(rg, ba, 4, 12, 20, 28, 5, 13, 21, 29, 6, 14, 22, 30, 7, 15, 23, 31), 16);
    }
  }
}

/** Four chroma values less 128, each twice, as 16-bit lanes. */
function neutral(at: usize): v128 {
  const four = v128.load32_zero(at);
  const twice = v128.shuffle<u8>(four, four, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4);
  return i16x8.sub(i16x8.extend_low_i8x16_u(twice), i16x8.splat(128));
}

function low(lanes: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(lanes));
}

function high(lanes: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(lanes));
}

/** What red and blue leave of luma, as green. */
function rest(level: v128, red: v128, blue: v128, green: v128): v128 {
  return f32x4.div(f32x4.sub(f32x4.sub(level, red), blue), green);
}

function rounded(low: v128, high: v128): v128 {
  return i16x8.narrow_i32x4_s(
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(low)),
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(high)),
  );
}

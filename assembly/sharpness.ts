import { distance, firstLanes, quadSums, total } from './bytes';

/** Half width of the box that the picture is blurred with, in pixels. */
const RADIUS: i32 = 4;
const BOX: i16 = 2 * 4 + 1;

/**
 * Share of the steps between neighbours that a mean of nine pixels would take away; see src/signals/picture/sharpness.ts.
 * @param data - Bytes, width × height; at most 2²⁴ of them.
 * @param down - Whether steps down the columns are measured, else those along the rows.
 * @param flat - Steps up to this are left out.
 * @returns 0..1; NaN where no step is left
 */
export function shareLost(data: usize, width: i32, height: i32, down: boolean, flat: i32): f64 {
  const first = RADIUS + 1;
  const stride: usize = down ? width : 1;
  const left = down ? 0 : first;
  const right = down ? width : width - RADIUS;
  const top = down ? first : 0;
  const bottom = down ? height - RADIUS : height;
  const level = i8x16.splat(<i8>flat);
  let own = i32x4.splat(0);
  let lost = i32x4.splat(0);
  for (let y = top; y < bottom; y++) {
    const line = data + <usize>(y * width);
    for (let x = left; x < right; x += 16) {
      const at = line + <usize>x;
      const step = distance(v128.load(at), v128.load(at - stride));
      const counted = v128.and(v128.and(step, i8x16.gt_u(step, level)), firstLanes(right - x));
      // Ends of the nine pixels that the mean moves over: the blurred step, nine times as large.
      const blurred = distance(v128.load(at + RADIUS * stride), v128.load(at - first * stride));
      own = i32x4.add(own, quadSums(counted));
      lost = i32x4.add(lost, excess(i16x8.extend_low_i8x16_u(counted), i16x8.extend_low_i8x16_u(blurred)));
      lost = i32x4.add(lost, excess(i16x8.extend_high_i8x16_u(counted), i16x8.extend_high_i8x16_u(blurred)));
    }
  }
  return <f64>total(lost) / BOX / <f64>total(own);
}

/** max(0, 9 · step − blurred), added up in pairs. */
function excess(step: v128, blurred: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.sub_sat_u(i16x8.mul(step, i16x8.splat(BOX)), blurred));
}

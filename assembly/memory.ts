/** Where the `index`-th 32-bit value from `base` on stands. */
export function spot(base: usize, index: i32): usize {
  return base + ((<usize>index) << 2);
}

export function f32At(base: usize, index: i32): f32 {
  return load<f32>(spot(base, index));
}

export function setF32(base: usize, index: i32, value: f32): void {
  store<f32>(spot(base, index), value);
}

/** Two 32-bit values side by side, in double precision. */
export function pairAt(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

/** Stores a pair in double precision as two 32-bit values side by side. */
export function setPair(at: usize, pair: v128): void {
  v128.store64_lane(at, f32x4.demote_f64x2_zero(pair), 0);
}

/** Sum of both lanes of an f64x2. */
export function laneSum(lanes: v128): f64 {
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}

/** The lanes of an f32x4 added in pairs, as an f64x2. */
export function widen(lanes: v128): v128 {
  const high = v128.shuffle<f32>(lanes, lanes, 2, 3, 2, 3);
  return f64x2.add(f64x2.promote_low_f32x4(lanes), f64x2.promote_low_f32x4(high));
}

/** Where the room that callers may use begins. */
export function roomStart(): usize {
  return __heap_base;
}

import { f32At, laneSum, setF32, spot, widen } from './memory';
import { gradients } from './pyramid';

// Six vectors of sums for each block of a row of blocks, by place:
const RESIDUAL: usize = 0;
const CHANGE: usize = 16;
const INSIDE: usize = 32;
const LEVEL: usize = 48;
const SQUARES: usize = 64;
const SLOPE: usize = 80;
const SUMS_BYTES: usize = 96;

/**
 * Warps the later picture back along block motion and compares; see src/signals/flow/compensate.ts.
 * @param from, to - Planes of width × height, at least 2 × 2.
 * @param gradientPlanes - Room for two such planes.
 * @param flow - All u, then all v, of columns × rows blocks.
 * @param stride - Distance of block centres in pixels, a multiple of 8: then four pixels in a row never lie on two
 * sides of a block's centre or border.
 * @param out - Filled with the residual of all blocks, then their change, their texture, their slope.
 * @param room - 26 values for each column.
 */
export function compensate(
  from: usize,
  to: usize,
  width: i32,
  height: i32,
  gradientPlanes: usize,
  flow: usize,
  columns: i32,
  rows: i32,
  stride: i32,
  out: usize,
  room: usize,
): void {
  gradients(from, width, height, gradientPlanes);
  const size = columns * rows;
  const sums = room;
  const lineU = room + <usize>columns * SUMS_BYTES;
  const lineV = spot(lineU, columns);
  for (let row = 0; row < rows; row++) {
    memory.fill(sums, 0, <usize>columns * SUMS_BYTES);
    const top = row * stride;
    const bottom = row === rows - 1 ? height : top + stride;
    for (let y = top; y < bottom; y++) {
      blendLine(flow, columns, rows, stride, y, lineU);
      blendLine(spot(flow, size), columns, rows, stride, y, lineV);
      addLine(from, gradientPlanes, to, width, height, y, columns, stride, lineU, lineV, sums);
    }
    for (let column = 0; column < columns; column++) {
      const right = column === columns - 1 ? width : (column + 1) * stride;
      const pixels = (right - column * stride) * (bottom - top);
      finish(sums + <usize>column * SUMS_BYTES, pixels, spot(out, row * columns + column), size);
    }
  }
}

/** One component of motion along a line of pixels at each column of block centres, held at the grid's edge. */
function blendLine(component: usize, columns: i32, rows: i32, stride: i32, y: i32, line: usize): void {
  const position = max<f32>(0, min<f32>(<f32>(rows - 1), (<f32>y + 0.5) / <f32>stride - 0.5));
  const above = <i32>position;
  const below = min(rows - 1, above + 1);
  const share = position - <f32>above;
  for (let column = 0; column < columns; column++) {
    const a = f32At(component, above * columns + column);
    const b = f32At(component, below * columns + column);
    setF32(line, column, a * (1 - share) + b * share);
  }
}

function addLine(
  from: usize,
  gradientPlanes: usize,
  to: usize,
  width: i32,
  height: i32,
  y: i32,
  columns: i32,
  stride: i32,
  lineU: usize,
  lineV: usize,
  sums: usize,
): void {
  const plane = width * height;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const lanes = f32x4(0, 1, 2, 3);
  const lastX = f32x4.splat(<f32>(width - 1));
  const lastY = f32x4.splat(<f32>(height - 1));
  const lineY = f32x4.splat(<f32>y);
  for (let x = 0; x < width; x += 4) {
    const at = y * width + x;
    const value = v128.load(spot(from, at));
    const gx = v128.load(spot(gradientPlanes, at));
    const gy = v128.load(spot(gradientPlanes, plane + at));
    const pixelX = f32x4.add(f32x4.splat(<f32>x), lanes);
    const exists = f32x4.le(pixelX, lastX);

    const left = max(0, min(columns - 1, <i32>Math.floor((<f64>x + 0.5) / stride - 0.5)));
    const right = min(columns - 1, left + 1);
    const across = f32x4.splat((<f32>x + 0.5) / <f32>stride - 0.5 - <f32>left);
    const share = f32x4.max(zero, f32x4.add(across, f32x4.mul(lanes, f32x4.splat(1 / <f32>stride))));
    const u = mix(f32x4.splat(f32At(lineU, left)), f32x4.splat(f32At(lineU, right)), share);
    const v = mix(f32x4.splat(f32At(lineV, left)), f32x4.splat(f32At(lineV, right)), share);
    const inside = v128.and(exists, v128.and(within(pixelX, u, lastX), within(lineY, v, lastY)));
    const difference = f32x4.sub(sample(to, width, pixelX, lineY, u, v, lastX, lastY), value);
    const counted = v128.and(inside, difference);

    const sum = sums + <usize>min(columns - 1, x / stride) * SUMS_BYTES;
    add(sum + RESIDUAL, f32x4.abs(counted));
    add(sum + CHANGE, counted);
    add(sum + INSIDE, v128.and(inside, one));
    const own = v128.and(exists, value);
    add(sum + LEVEL, own);
    add(sum + SQUARES, f32x4.mul(own, own));
    const slope = f32x4.sqrt(f32x4.add(f32x4.mul(gx, gx), f32x4.mul(gy, gy)));
    add(sum + SLOPE, v128.and(exists, slope));
  }
}

function add(sum: usize, lanes: v128): void {
  v128.store(sum, f32x4.add(v128.load(sum), lanes));
}

function mix(a: v128, b: v128, share: v128): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), share));
}

/** Which displaced places lie from 0 to `last`. */
function within(place: v128, shift: v128, last: v128): v128 {
  const displaced = f32x4.add(place, shift);
  return v128.and(f32x4.ge(displaced, f32x4.splat(0)), f32x4.le(displaced, last));
}

/** Bilinear samples at four displaced places; of places outside, anything. */
function sample(plane: usize, width: i32, x: v128, y: v128, u: v128, v: v128, lastX: v128, lastY: v128): v128 {
  const one = f32x4.splat(1);
  const wholeU = f32x4.floor(u);
  const wholeV = f32x4.floor(v);
  const left = held(f32x4.add(x, wholeU), f32x4.sub(lastX, one));
  const top = held(f32x4.add(y, wholeV), f32x4.sub(lastY, one));
  // Whole and fraction are taken apart before the place is added: small shifts keep their digits.
  const right = f32x4.add(f32x4.sub(f32x4.add(x, wholeU), left), f32x4.sub(u, wholeU));
  const down = f32x4.add(f32x4.sub(f32x4.add(y, wholeV), top), f32x4.sub(v, wholeV));
  const stride = i32x4.splat(width);
  const index = i32x4.add(i32x4.mul(i32x4.trunc_sat_f32x4_s(top), stride), i32x4.trunc_sat_f32x4_s(left));
  const a = spot(plane, i32x4.extract_lane(index, 0));
  const b = spot(plane, i32x4.extract_lane(index, 1));
  const c = spot(plane, i32x4.extract_lane(index, 2));
  const d = spot(plane, i32x4.extract_lane(index, 3));
  const upper = between(a, b, c, d, right);
  const lower = between(spot(a, width), spot(b, width), spot(c, width), spot(d, width), right);
  return mix(upper, lower, down);
}

/** From 0 to `last`, even where it is no number. */
function held(place: v128, last: v128): v128 {
  return f32x4.pmax(f32x4.splat(0), f32x4.pmin(last, place));
}

/** At each of four places, between the pixel there and its right neighbour. */
function between(a: usize, b: usize, c: usize, d: usize, share: v128): v128 {
  const first = v128.load64_lane(b, v128.load64_zero(a), 1);
  const second = v128.load64_lane(d, v128.load64_zero(c), 1);
  const here = v128.shuffle<f32>(first, second, 0, 2, 4, 6);
  const next = v128.shuffle<f32>(first, second, 1, 3, 5, 7);
  return mix(here, next, share);
}

/** Writes one block's means; NaN where less than half of it stays inside the picture. */
function finish(sums: usize, pixels: i32, out: usize, size: i32): void {
  const inside = total(sums + INSIDE);
  const usable = inside >= <f64>pixels / 2;
  const mean = total(sums + LEVEL) / pixels;
  const variance = total(sums + SQUARES) / pixels - mean * mean;
  setF32(out, 0, usable ? <f32>(total(sums + RESIDUAL) / inside) : <f32>NaN);
  setF32(out, size, usable ? <f32>(total(sums + CHANGE) / inside) : <f32>NaN);
  setF32(out, 2 * size, <f32>Math.sqrt(max<f64>(0, variance)));
  setF32(out, 3 * size, <f32>(total(sums + SLOPE) / pixels));
}

function total(sum: usize): f64 {
  return laneSum(widen(v128.load(sum)));
}

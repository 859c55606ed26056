import { laneSum, pairAt, spot } from './memory';

/** Edge of the square patch matched at each block, in pixels; patches overlap. */
export const PATCH: i32 = 12;
/** Pixels a patch keeps from the right and lower edge, so that interpolation there needs no special case. */
export const MARGIN: i32 = 2;
const COUNT: i32 = PATCH * PATCH;
const MAX_ITERATIONS: i32 = 4;
/** A step under this many pixels ends the iteration. */
const CONVERGED_PX: f64 = 0.03;
/** A candidate nearer than this to the best one so far is not worth a look, in pixels. */
const SAME_PX: f64 = 0.25;
/** Added to the structure tensor's diagonal, per sample, in (levels per pixel)²: flat patches keep their prediction. */
const DAMPING: f64 = 0.25;

// The patch's samples and gradients, each without its mean, in double precision. Along an edge the tensor is almost singular,
// and which of two motions fits better is often a close call: single precision would find others.
const template = memory.data(8 * COUNT, 16);
const gradientX = memory.data(8 * COUNT, 16);
const gradientY = memory.data(8 * COUNT, 16);
/** Bytes of one row of these. */
const ROW: usize = 8 * PATCH;
const BYTES: usize = 8 * COUNT;

// The level being matched, and the patch at hand.
let source: usize = 0;
let sourceX: usize = 0;
let sourceY: usize = 0;
let target: usize = 0;
let width: i32 = 0;
let height: i32 = 0;
let left: i32 = 0;
let top: i32 = 0;
let inverseXX: f64 = 0;
let inverseXY: f64 = 0;
let inverseYY: f64 = 0;

/** Displacement found so far, in pixels. */
export let u: f64 = 0;
export let v: f64 = 0;
/** How well the patch's texture fixes both components, 0..1. */
export let confidence: f64 = 0;
let cost: f64 = 0;
let roughCost: f64 = 0;
let slopeX: f64 = 0;
let slopeY: f64 = 0;

/** Sets the level: planes of the earlier picture, its gradients (all along x, then all along y) and the later one. */
export function match(from: usize, gradients: usize, to: usize, levelWidth: i32, levelHeight: i32): void {
  width = levelWidth;
  height = levelHeight;
  source = from;
  sourceX = gradients;
  sourceY = spot(gradients, width * height);
  target = to;
}

/** Takes the patch around a place of the earlier picture. */
export function place(centreX: f64, centreY: f64): void {
  left = <i32>max<f64>(0, min<f64>(width - PATCH - MARGIN, Math.floor(centreX - PATCH / 2 + 0.5)));
  top = <i32>max<f64>(0, min<f64>(height - PATCH - MARGIN, Math.floor(centreY - PATCH / 2 + 0.5)));
  const at = top * width + left;
  takeMeanFree(spot(source, at), template);
  takeMeanFree(spot(sourceX, at), gradientX);
  takeMeanFree(spot(sourceY, at), gradientY);
  let sumXX = f64x2.splat(0);
  let sumYY = f64x2.splat(0);
  let sumXY = f64x2.splat(0);
  for (let i: usize = 0; i < BYTES; i += 16) {
    const gx = v128.load(gradientX + i);
    const gy = v128.load(gradientY + i);
    sumXX = f64x2.add(sumXX, f64x2.mul(gx, gx));
    sumYY = f64x2.add(sumYY, f64x2.mul(gy, gy));
    sumXY = f64x2.add(sumXY, f64x2.mul(gx, gy));
  }
  const xx = DAMPING * COUNT + laneSum(sumXX);
  const yy = DAMPING * COUNT + laneSum(sumYY);
  const xy = laneSum(sumXY);
  const determinant = xx * yy - xy * xy;
  inverseXX = yy / determinant;
  inverseYY = xx / determinant;
  inverseXY = -xy / determinant;
  const smaller = (xx + yy) / 2 - Math.sqrt(((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy);
  const weakest = max<f64>(0, smaller / COUNT - DAMPING);
  confidence = weakest / (weakest + 1);
}

/** Copies the patch at a place of a plane, less its mean. */
function takeMeanFree(from: usize, to: usize): void {
  let sum = f64x2.splat(0);
  for (let row = 0, out = to; row < PATCH; row++) {
    const line = spot(from, row * width);
    for (let x = 0; x < PATCH; x += 2, out += 16) {
      const pair = pairAt(spot(line, x));
      v128.store(out, pair);
      sum = f64x2.add(sum, pair);
    }
  }
  const mean = f64x2.splat(laneSum(sum) / COUNT);
  for (let i: usize = 0; i < BYTES; i += 16) {
    // Rounded as in a plane of samples.
    const difference = f32x4.demote_f64x2_zero(f64x2.sub(v128.load(to + i), mean));
    v128.store(to + i, f64x2.promote_low_f32x4(difference));
  }
}

export function start(firstU: f64, firstV: f64): void {
  u = firstU;
  v = firstV;
  roughCost = roughCostAt(firstU, firstV);
}

/** Moves to a candidate where it fits better. */
export function consider(otherU: f64, otherV: f64): void {
  if (Math.abs(otherU - u) + Math.abs(otherV - v) < SAME_PX) return;
  const other = roughCostAt(otherU, otherV);
  if (other < roughCost) {
    u = otherU;
    v = otherV;
    roughCost = other;
  }
}

/** Damped Gauss-Newton steps as long as they help. */
export function descend(): void {
  const reach: f64 = <f64>max(width, height) / 4;
  let nextU = u;
  let nextV = v;
  cost = costAt(u, v);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const stepX = inverseXX * slopeX + inverseXY * slopeY;
    const stepY = inverseXY * slopeX + inverseYY * slopeY;
    nextU -= stepX;
    nextV -= stepY;
    if (!(Math.abs(nextU - u) < reach && Math.abs(nextV - v) < reach)) return;
    const nextCost = costAt(nextU, nextV);
    if (nextCost >= cost) return;
    u = nextU;
    v = nextV;
    cost = nextCost;
    if (Math.abs(stepX) + Math.abs(stepY) < CONVERGED_PX) return;
  }
}

/** Where the displaced patch begins, held inside the picture: whole pixels, and the share of the next one. */
let displacedX: f64 = 0;
let displacedY: f64 = 0;

function displace(shiftX: f64, shiftY: f64): void {
  displacedX = max<f64>(0, min<f64>(<f64>(width - PATCH) - 1.001, <f64>left + shiftX));
  displacedY = max<f64>(0, min<f64>(<f64>(height - PATCH) - 1.001, <f64>top + shiftY));
}

/** Sum of squared mean-free differences at a displacement; also sets the slopes for the next step. */
export function costAt(shiftX: f64, shiftY: f64): f64 {
  displace(shiftX, shiftY);
  const baseX = Math.floor(displacedX);
  const baseY = Math.floor(displacedY);
  const right = f64x2.splat(displacedX - baseX);
  const down = f64x2.splat(displacedY - baseY);
  const stride = (<usize>width) << 2;
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  let alongX = f64x2.splat(0);
  let alongY = f64x2.splat(0);
  // Down a strip two pixels wide: each line's samples are the next one's upper neighbours.
  for (let column = 0; column < PATCH; column += 2) {
    let line = spot(target, <i32>baseY * width + <i32>baseX + column);
    let upper = between(line, right);
    const end = <usize>column * 8 + BYTES;
    for (let i = <usize>column * 8; i < end; i += ROW) {
      line += stride;
      const lower = between(line, right);
      const difference = f64x2.sub(mix(upper, lower, down), v128.load(template + i));
      sum = f64x2.add(sum, difference);
      squares = f64x2.add(squares, f64x2.mul(difference, difference));
      alongX = f64x2.add(alongX, f64x2.mul(v128.load(gradientX + i), difference));
      alongY = f64x2.add(alongY, f64x2.mul(v128.load(gradientY + i), difference));
      upper = lower;
    }
  }
  slopeX = laneSum(alongX);
  slopeY = laneSum(alongY);
  const total = laneSum(sum);
  return laneSum(squares) - (total * total) / COUNT;
}

/** Two samples, each between a pixel and its right neighbour. */
function between(at: usize, share: v128): v128 {
  return mix(pairAt(at), pairAt(at + 4), share);
}

function mix(a: v128, b: v128, share: v128): v128 {
  return f64x2.add(a, f64x2.mul(f64x2.sub(b, a), share));
}

/** `costAt` from every third row, on whole rows and without slopes: good enough to compare candidates. */
function roughCostAt(shiftX: f64, shiftY: f64): f64 {
  displace(shiftX, shiftY);
  const baseX = Math.floor(displacedX);
  const baseY = Math.floor(displacedY + 0.5);
  const right = f64x2.splat(displacedX - baseX);
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  for (let row = 1; row < PATCH; row += 3) {
    const line = spot(target, (<i32>baseY + row) * width + <i32>baseX);
    const own = template + <usize>row * ROW;
    for (let column = 0; column < PATCH; column += 2) {
      const difference = f64x2.sub(between(spot(line, column), right), v128.load(own + <usize>column * 8));
      sum = f64x2.add(sum, difference);
      squares = f64x2.add(squares, f64x2.mul(difference, difference));
    }
  }
  const total = laneSum(sum);
  return laneSum(squares) - (total * total) / (COUNT / 3);
}

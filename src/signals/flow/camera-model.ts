import { select } from '../../domain/statistics.ts';
import type { BlockFlow } from './block-flow.ts';
import { vectorLength } from './vector-length.ts';

/** Global motion of the picture between two frames as a similarity about its centre. */
export interface CameraModel {
  /** Motion of the picture's content at its centre, pixels per frame, right and down positive. */
  shiftX: number;
  shiftY: number;
  /** Growth per frame: 0.01 is one per cent larger. */
  growth: number;
  /** Rotation of the content in radians per frame, clockwise positive on screen. */
  rotation: number;
  /** Share of blocks with texture that follow it within a pixel, 0..1. */
  support: number;
}

const ITERATIONS = 6;
/** Blocks whose texture does not fix the motion are left out under this confidence. */
const MIN_CONFIDENCE = 0.3;
const MIN_BLOCKS = 6;
/** Smallest scale of the robust weight in pixels: block motions are no more exact than this. */
const MIN_SCALE_PX = 0.15;
/** Blocks at the picture's edge count this much more: subjects tend to be in the middle. */
const EDGE_WEIGHT = 2;

/**
 * Robust fit of u = tx + g·x − r·y, v = ty + r·x + g·y to block motions: iteratively reweighted least squares with
 * Geman-McClure weights whose scale shrinks with the median residual (Odobez and Bouthemy, "Robust multiresolution
 * estimation of parametric motion models", 1995).
 * @returns null with fewer than six blocks of usable texture
 */
export function fitCamera(flow: BlockFlow): CameraModel | null {
  const blocks = texturedBlocks(flow);
  const { count } = blocks;
  if (count < MIN_BLOCKS) return null;
  let model: Similarity = { shiftX: middle(blocks.u), shiftY: middle(blocks.v), growth: 0, rotation: 0 };
  const misses = new Float64Array(count);
  for (let iteration = 0; iteration <= ITERATIONS; iteration++) {
    measureMisses(blocks, model, misses);
    if (iteration === ITERATIONS) break;
    const scale = Math.max(MIN_SCALE_PX, 1.5 * middle(misses));
    for (let i = 0; i < count; i++) {
      const miss = (misses[i] ?? 0) / scale;
      const spread = 1 + miss * miss;
      blocks.weight[i] = (blocks.prior[i] ?? 0) / (spread * spread);
    }
    model = solveSimilarity(blocks) ?? model;
  }
  return { ...model, support: misses.filter((miss) => miss < 1).length / count };
}

type Similarity = Omit<CameraModel, 'support'>;

/** Of each block its centre from the picture's centre, its motion, and its weights in the fit, before and with its miss. */
class Blocks {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly prior: Float64Array;
  readonly weight: Float64Array;

  constructor(count: number) {
    this.count = count;
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    this.u = new Float64Array(count);
    this.v = new Float64Array(count);
    this.prior = new Float64Array(count);
    this.weight = new Float64Array(count);
  }
}

function texturedBlocks({ columns, rows, stride, u, v, confidence }: BlockFlow): Blocks {
  const blocks = new Blocks(confidence.reduce((count, sure) => (sure < MIN_CONFIDENCE ? count : count + 1), 0));
  for (let row = 0, index = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, index++) {
      const sure = confidence[index] ?? 0;
      if (sure < MIN_CONFIDENCE) continue;
      const edge = row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
      blocks.x[i] = (column + 0.5 - columns / 2) * stride;
      blocks.y[i] = (row + 0.5 - rows / 2) * stride;
      blocks.u[i] = u[index] ?? 0;
      blocks.v[i] = v[index] ?? 0;
      blocks.prior[i] = sure * (edge ? EDGE_WEIGHT : 1);
      i++;
    }
  }
  return blocks;
}

/** How far each block's motion is from the model's, in pixels. */
function measureMisses({ count, x, y, u, v }: Blocks, model: Similarity, misses: Float64Array): void {
  const { shiftX, shiftY, growth, rotation } = model;
  for (let i = 0; i < count; i++) {
    const atX = x[i] ?? 0;
    const atY = y[i] ?? 0;
    misses[i] = vectorLength(
      (u[i] ?? 0) - (shiftX + growth * atX - rotation * atY),
      (v[i] ?? 0) - (shiftY + rotation * atX + growth * atY),
    );
  }
}

/** The upper median. */
function middle(values: Float64Array): number {
  return select(values.slice(), values.length >> 1);
}

/** Weighted least squares of the four parameters; null when no block has weight. */
function solveSimilarity(blocks: Blocks): Similarity | null {
  const { count, weight } = blocks;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weight[i] ?? 0;
  if (sum <= 0) return null;
  const mean = (values: Float64Array): number => {
    let total = 0;
    for (let i = 0; i < count; i++) total += (weight[i] ?? 0) * (values[i] ?? 0);
    return total / sum;
  };
  const meanX = mean(blocks.x);
  const meanY = mean(blocks.y);
  const meanU = mean(blocks.u);
  const meanV = mean(blocks.v);
  let spread = 0;
  let along = 0;
  let across = 0;
  for (let i = 0; i < count; i++) {
    const x = (blocks.x[i] ?? 0) - meanX;
    const y = (blocks.y[i] ?? 0) - meanY;
    const u = (blocks.u[i] ?? 0) - meanU;
    const v = (blocks.v[i] ?? 0) - meanV;
    const own = weight[i] ?? 0;
    spread += own * (x * x + y * y);
    along += own * (x * u + y * v);
    across += own * (x * v - y * u);
  }
  const growth = spread > 0 ? along / spread : 0;
  const rotation = spread > 0 ? across / spread : 0;
  return {
    shiftX: meanU - growth * meanX + rotation * meanY,
    shiftY: meanV - rotation * meanX - growth * meanY,
    growth,
    rotation,
  };
}

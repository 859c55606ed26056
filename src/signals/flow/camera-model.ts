import { select } from '../../domain/statistics.ts';
import type { BlockFlow } from './block-flow.ts';

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
  if (blocks.length < MIN_BLOCKS) return null;
  let model: Similarity = {
    shiftX: middle(blocks.map((block) => block.u)),
    shiftY: middle(blocks.map((block) => block.v)),
    growth: 0,
    rotation: 0,
  };
  const misses = new Float64Array(blocks.length);
  for (let iteration = 0; iteration <= ITERATIONS; iteration++) {
    blocks.forEach((block, index) => {
      misses[index] = distance(block, model);
    });
    if (iteration === ITERATIONS) break;
    const scale = Math.max(MIN_SCALE_PX, 1.5 * middle(misses));
    blocks.forEach((block, index) => {
      block.weight = block.prior / (1 + ((misses[index] ?? 0) / scale) ** 2) ** 2;
    });
    model = solveSimilarity(blocks) ?? model;
  }
  return { ...model, support: misses.filter((miss) => miss < 1).length / blocks.length };
}

type Similarity = Omit<CameraModel, 'support'>;

/** A block's centre from the picture's centre, its motion, and its weights in the fit. */
interface Block {
  x: number;
  y: number;
  u: number;
  v: number;
  prior: number;
  weight: number;
}

function texturedBlocks({ columns, rows, stride, u, v, confidence }: BlockFlow): Block[] {
  const blocks: Block[] = [];
  for (let row = 0, index = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, index++) {
      const sure = confidence[index] ?? 0;
      if (sure < MIN_CONFIDENCE) continue;
      const edge = row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
      blocks.push({
        x: (column + 0.5 - columns / 2) * stride,
        y: (row + 0.5 - rows / 2) * stride,
        u: u[index] ?? 0,
        v: v[index] ?? 0,
        prior: sure * (edge ? EDGE_WEIGHT : 1),
        weight: 0,
      });
    }
  }
  return blocks;
}

function distance(block: Block, model: Similarity): number {
  const missX = block.u - (model.shiftX + model.growth * block.x - model.rotation * block.y);
  const missY = block.v - (model.shiftY + model.rotation * block.x + model.growth * block.y);
  return Math.sqrt(missX * missX + missY * missY);
}

/** The upper median. */
function middle(values: ArrayLike<number>): number {
  return select(new Float64Array(values), values.length >> 1);
}

/** Weighted least squares of the four parameters; null when no block has weight. */
function solveSimilarity(blocks: readonly Block[]): Similarity | null {
  let sum = 0;
  let meanX = 0;
  let meanY = 0;
  let meanU = 0;
  let meanV = 0;
  for (const { x, y, u, v, weight } of blocks) {
    sum += weight;
    meanX += weight * x;
    meanY += weight * y;
    meanU += weight * u;
    meanV += weight * v;
  }
  if (sum <= 0) return null;
  meanX /= sum;
  meanY /= sum;
  meanU /= sum;
  meanV /= sum;
  let spread = 0;
  let along = 0;
  let across = 0;
  for (const block of blocks) {
    const x = block.x - meanX;
    const y = block.y - meanY;
    const u = block.u - meanU;
    const v = block.v - meanV;
    spread += block.weight * (x * x + y * y);
    along += block.weight * (x * u + y * v);
    across += block.weight * (x * v - y * u);
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

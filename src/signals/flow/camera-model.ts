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

const ITERATIONS = 8;
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
  const { columns, rows, stride } = flow;
  const blocks: { x: number; y: number; u: number; v: number; prior: number }[] = [];
  for (let row = 0, block = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, block++) {
      const confidence = flow.confidence[block] ?? 0;
      if (confidence < MIN_CONFIDENCE) continue;
      const edge = row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
      blocks.push({
        x: (column + 0.5 - columns / 2) * stride,
        y: (row + 0.5 - rows / 2) * stride,
        u: flow.u[block] ?? 0,
        v: flow.v[block] ?? 0,
        prior: confidence * (edge ? EDGE_WEIGHT : 1),
      });
    }
  }
  if (blocks.length < MIN_BLOCKS) return null;

  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  let model = {
    shiftX: middle(blocks.map((b) => b.u)),
    shiftY: middle(blocks.map((b) => b.v)),
    growth: 0,
    rotation: 0,
  };
  const missBy = (b: { x: number; y: number; u: number; v: number }): number =>
    Math.hypot(
      b.u - (model.shiftX + model.growth * b.x - model.rotation * b.y),
      b.v - (model.shiftY + model.rotation * b.x + model.growth * b.y),
    );
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const misses = blocks.map(missBy);
    const scale = Math.max(MIN_SCALE_PX, 1.5 * middle([...misses]));
    const next = solveSimilarity(
      blocks,
      (index) => (blocks[index]?.prior ?? 0) / (1 + ((misses[index] ?? 0) / scale) ** 2) ** 2,
    );
    if (next === null) break;
    model = next;
  }
  const within = blocks.filter((b) => missBy(b) < 1).length;
  return { ...model, support: within / blocks.length };
}

/** Weighted least squares of the four parameters; null when the blocks do not fix them. */
function solveSimilarity(
  blocks: readonly { x: number; y: number; u: number; v: number }[],
  weightOf: (index: number) => number,
): { shiftX: number; shiftY: number; growth: number; rotation: number } | null {
  let w = 0;
  let wx = 0;
  let wy = 0;
  let wu = 0;
  let wv = 0;
  blocks.forEach((b, index) => {
    const weight = weightOf(index);
    w += weight;
    wx += weight * b.x;
    wy += weight * b.y;
    wu += weight * b.u;
    wv += weight * b.v;
  });
  if (w <= 0) return null;
  const [meanX, meanY, meanU, meanV] = [wx / w, wy / w, wu / w, wv / w];
  let spread = 0;
  let along = 0;
  let across = 0;
  blocks.forEach((b, index) => {
    const weight = weightOf(index);
    const [x, y, u, v] = [b.x - meanX, b.y - meanY, b.u - meanU, b.v - meanV];
    spread += weight * (x * x + y * y);
    along += weight * (x * u + y * v);
    across += weight * (x * v - y * u);
  });
  const growth = spread > 0 ? along / spread : 0;
  const rotation = spread > 0 ? across / spread : 0;
  return {
    shiftX: meanU - growth * meanX + rotation * meanY,
    shiftY: meanV - rotation * meanX - growth * meanY,
    growth,
    rotation,
  };
}

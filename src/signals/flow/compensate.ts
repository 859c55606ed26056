import type { PyramidLevel } from '../plane.ts';
import type { BlockFlow } from './block-flow.ts';

/** What is left of a pair of frames once block motion has been taken out, per block of the flow's grid. */
export interface Compensated {
  columns: number;
  rows: number;
  /** Mean absolute difference after motion, in levels; NaN where the motion leaves the picture. */
  residual: Float32Array;
  /** Mean signed difference (later minus earlier) after motion, in levels; NaN likewise. */
  change: Float32Array;
  /** Standard deviation of the earlier frame's luma within the block, in levels. */
  texture: Float32Array;
  /** Mean gradient magnitude of the earlier frame within the block, in levels per pixel. */
  slope: Float32Array;
}

/**
 * Warps the later frame back along the flow, which is interpolated bilinearly between block centres, and compares.
 * Works on the smoothed finest level, so dither and sampling noise weigh little.
 */
export function compensate(from: PyramidLevel, to: PyramidLevel, flow: BlockFlow): Compensated {
  const { columns, rows, stride } = flow;
  const { width, height } = from;
  const size = columns * rows;
  const out: Compensated = {
    columns,
    rows,
    residual: new Float32Array(size),
    change: new Float32Array(size),
    texture: new Float32Array(size),
    slope: new Float32Array(size),
  };
  const counted = new Float32Array(size);
  const seen = new Float32Array(size);
  const sums = new Float32Array(size);
  const squares = new Float32Array(size);
  const lineU = new Float32Array(columns);
  const lineV = new Float32Array(columns);
  for (let y = 0; y < height; y++) {
    const blockRow = Math.min(rows - 1, Math.floor(y / stride));
    blendRows(flow, (y + 0.5) / stride - 0.5, lineU, lineV);
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const block = blockRow * columns + Math.min(columns - 1, Math.floor(x / stride));
      const value = from.data[at] ?? 0;
      seen[block] = (seen[block] ?? 0) + 1;
      sums[block] = (sums[block] ?? 0) + value;
      squares[block] = (squares[block] ?? 0) + value * value;
      const gx = from.gradientX[at] ?? 0;
      const gy = from.gradientY[at] ?? 0;
      out.slope[block] = (out.slope[block] ?? 0) + Math.sqrt(gx * gx + gy * gy);

      const across = Math.max(0, Math.min(columns - 1, (x + 0.5) / stride - 0.5));
      const left = Math.floor(across);
      const right = Math.min(columns - 1, left + 1);
      const share = across - left;
      const targetX = x + (lineU[left] ?? 0) * (1 - share) + (lineU[right] ?? 0) * share;
      const targetY = y + (lineV[left] ?? 0) * (1 - share) + (lineV[right] ?? 0) * share;
      if (targetX < 0 || targetY < 0 || targetX > width - 1 || targetY > height - 1) continue;
      const difference = sample(to, targetX, targetY) - value;
      counted[block] = (counted[block] ?? 0) + 1;
      out.residual[block] = (out.residual[block] ?? 0) + Math.abs(difference);
      out.change[block] = (out.change[block] ?? 0) + difference;
    }
  }
  for (let block = 0; block < size; block++) {
    const inside = counted[block] ?? 0;
    const all = seen[block] ?? 1;
    const usable = inside >= all / 2;
    out.residual[block] = usable ? (out.residual[block] ?? 0) / inside : Number.NaN;
    out.change[block] = usable ? (out.change[block] ?? 0) / inside : Number.NaN;
    const meanValue = (sums[block] ?? 0) / all;
    out.texture[block] = Math.sqrt(Math.max(0, (squares[block] ?? 0) / all - meanValue * meanValue));
    out.slope[block] = (out.slope[block] ?? 0) / all;
  }
  return out;
}

/** One line of block motions at a fractional row, clamped to the grid. */
function blendRows(flow: BlockFlow, position: number, lineU: Float32Array, lineV: Float32Array): void {
  const { columns, rows } = flow;
  const clamped = Math.max(0, Math.min(rows - 1, position));
  const above = Math.floor(clamped);
  const below = Math.min(rows - 1, above + 1);
  const share = clamped - above;
  for (let column = 0; column < columns; column++) {
    const a = above * columns + column;
    const b = below * columns + column;
    lineU[column] = (flow.u[a] ?? 0) * (1 - share) + (flow.u[b] ?? 0) * share;
    lineV[column] = (flow.v[a] ?? 0) * (1 - share) + (flow.v[b] ?? 0) * share;
  }
}

/** Bilinear sample at a position inside the plane. */
function sample(plane: PyramidLevel, x: number, y: number): number {
  const { width, height, data } = plane;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = left + 1 < width ? 1 : 0;
  const down = top + 1 < height ? width : 0;
  const shareX = x - left;
  const shareY = y - top;
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - shareX) + (data[at + right] ?? 0) * shareX;
  const lower = (data[at + down] ?? 0) * (1 - shareX) + (data[at + down + right] ?? 0) * shareX;
  return upper * (1 - shareY) + lower * shareY;
}

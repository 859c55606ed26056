import { floatsAt, kernels, Room } from '../../kernels/kernels.ts';
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
  const room = new Room();
  const earlier = room.put(from.data);
  const later = room.put(to.data);
  const gradientPlanes = room.take(2 * width * height);
  const motion = room.put(flow.u, flow.v);
  const out = room.take(4 * size);
  const sums = room.take(26 * columns);
  kernels.compensate(earlier, later, width, height, gradientPlanes, motion, columns, rows, stride, out, sums);
  const values = floatsAt(out, 4 * size);
  return {
    columns,
    rows,
    residual: values.subarray(0, size),
    change: values.subarray(size, 2 * size),
    texture: values.subarray(2 * size, 3 * size),
    slope: values.subarray(3 * size),
  };
}

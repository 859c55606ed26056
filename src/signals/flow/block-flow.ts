import { floatsAt, kernels, Room } from '../../kernels/kernels.ts';
import type { PyramidLevel } from '../plane.ts';

/** Distance of block centres, in pixels of the small picture. */
export const BLOCK_STRIDE = 8;
/** Shortest edge in pixels of a picture that a patch fits into. */
const SHORTEST_EDGE = 14;
const NOTHING = new Float32Array(0);

/** Motion from one picture to the next on a grid of blocks. Block (column, row) is centred at ((column + ½) · stride, …). */
export interface BlockFlow {
  columns: number;
  rows: number;
  stride: number;
  /** Displacement in pixels per frame, one per block: positive u is to the right, positive v is down. */
  u: Float32Array;
  v: Float32Array;
  /** How well the patch's texture fixes both components, 0..1. */
  confidence: Float32Array;
}

/**
 * Pyramidal inverse-compositional Lucas-Kanade on a grid of overlapping patches, translation only, mean-normalised so
 * that a change of brightness is not taken for motion (Baker and Matthews, IJCV 2004; the patch search of Kroeger et
 * al., "Fast Optical Flow using Dense Inverse Search", ECCV 2016, arXiv 1603.03590). Candidates from the coarser level,
 * the neighbours and rest are compared before the descent; a 3 × 3 median then takes out isolated errors.
 *
 * Chosen over OpenCV.js 4.10 (Farnebäck 10 ms a pair at 256 × 144, but 10.4 MB of script, 3.4 MB compressed, and 0.4 s to
 * load; it has no DIS): 1.3 ms a pair on the same machine, nothing to download. The search itself is in assembly/block-flow.ts.
 *
 * @param from, to pyramids of equal shape, finest level first
 * @returns null when the picture is smaller than one patch
 */
export function blockFlow(from: readonly PyramidLevel[], to: readonly PyramidLevel[]): BlockFlow | null {
  let flow: BlockFlow | null = null;
  for (let level = from.length - 1; level >= 0; level--) {
    const source = from[level];
    const target = to[level];
    if (source === undefined || target === undefined || Math.min(source.width, source.height) < SHORTEST_EDGE) continue;
    flow = refine(source, target, flow);
  }
  return flow;
}

function refine(source: PyramidLevel, target: PyramidLevel, coarse: BlockFlow | null): BlockFlow {
  const { width, height } = source;
  const columns = Math.max(1, Math.floor(width / BLOCK_STRIDE));
  const rows = Math.max(1, Math.floor(height / BLOCK_STRIDE));
  const size = columns * rows;
  const room = new Room();
  const from = room.put(source.data);
  const to = room.put(target.data);
  const gradientPlanes = room.take(2 * width * height);
  const parent = coarse ?? { u: NOTHING, v: NOTHING, columns: 0, rows: 0 };
  const coarser = room.put(parent.u, parent.v);
  const flow = room.take(3 * size);
  const found = room.take(2 * size);
  kernels.refineFlow(
    from,
    to,
    width,
    height,
    gradientPlanes,
    BLOCK_STRIDE,
    coarser,
    parent.columns,
    parent.rows,
    flow,
    columns,
    rows,
    found,
  );
  const values = floatsAt(flow, 3 * size);
  return {
    columns,
    rows,
    stride: BLOCK_STRIDE,
    u: values.subarray(0, size),
    v: values.subarray(size, 2 * size),
    confidence: values.subarray(2 * size),
  };
}

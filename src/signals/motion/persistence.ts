import { median } from '../../domain/statistics.ts';
import { cameraAt, flowAt } from '../flow/flow-at.ts';
import type { PairView } from '../pair-view.ts';
import type { StretchSignal } from '../signal.ts';

/** Time over which points are followed. */
const FOLLOWED_SECONDS = 0.6;
/** Points that come across a block without texture are left out under this confidence. */
const MIN_CONFIDENCE = 0.1;
/** Added per point to the length of its way, in pixels: ways shorter than that are error. */
const EXACT_PX = 0.5;

/**
 * Persistence of motion: points on the flow's grid are followed through 0.6 s; how far they get against the camera over the
 * length of their ways, Σ |Σ d| / (Σ Σ |d| + ½ pixel a point). Things that go somewhere come near 1; texture that boils, and
 * frames that do not follow from one another, stay under ½. Range 0..1.
 * Source: straightness of point trajectories (net displacement over path length), cf. Sand and Teller, "Particle Video",
 * CVPR 2006.
 */
export const motionPersistence: StretchSignal = {
  id: 'motion_persistence',
  name: 'Persistence of motion',
  unit: '',
  dimension: 'dynamic_degree',
  worse: 'neither',
  range: [0, 1],
  usual: [0.15, 0.85],
  summarise: median,
  window: 'stretch',
  longest: { seconds: FOLLOWED_SECONDS },
  measure: (pairs) => {
    const [first] = pairs;
    if (first === undefined || first.flow === null) return null;
    const { columns, rows, stride } = first.flow;
    let reached = 0;
    let walked = 0;
    let points = 0;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const way = follow(pairs, (column + 0.5) * stride, (row + 0.5) * stride);
        if (way === null) continue;
        reached += way.reached;
        walked += way.walked;
        points++;
      }
    }
    return points === 0 ? null : reached / (walked + EXACT_PX * points);
  },
};

/** Follows a point against the camera; null where its texture gives no hold. Lengths in pixels. */
function follow(pairs: readonly PairView[], x: number, y: number): { reached: number; walked: number } | null {
  let netU = 0;
  let netV = 0;
  let walked = 0;
  let atX = x;
  let atY = y;
  for (const { flow, camera } of pairs) {
    if (flow === null) return null;
    const column = Math.max(0, Math.min(flow.columns - 1, Math.floor(atX / flow.stride)));
    const row = Math.max(0, Math.min(flow.rows - 1, Math.floor(atY / flow.stride)));
    if ((flow.confidence[row * flow.columns + column] ?? 0) < MIN_CONFIDENCE) return null;
    const step = flowAt(flow, atX, atY);
    const carried = cameraAt(camera, flow, atX, atY);
    netU += step.u - carried.u;
    netV += step.v - carried.v;
    walked += Math.hypot(step.u - carried.u, step.v - carried.v);
    atX += step.u;
    atY += step.v;
  }
  return { reached: Math.hypot(netU, netV), walked };
}

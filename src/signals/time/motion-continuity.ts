import { mean } from '../../domain/statistics.ts';
import { cameraAt, flowAt } from '../flow/flow-at.ts';
import type { PairView } from '../pair-view.ts';
import type { TripleSignal } from '../signal.ts';

/** Added to squared lengths per block, in square pixels: block motions are no more exact than half a pixel. */
const EXACT_PX2 = 0.25;
/** Blocks whose texture does not fix their motion are left out under this confidence. */
const MIN_CONFIDENCE = 0.1;

interface Continuity {
  continuity: number;
  reversal: number;
}

/** Kept because two signals read it. A pair follows only one other, so the later of the two is enough of a key. */
const known = new WeakMap<PairView, Continuity | null>();

function continuityOf(before: PairView, after: PairView): Continuity | null {
  const kept = known.get(after);
  if (kept !== undefined) return kept;
  const measured = measureContinuity(before, after);
  known.set(after, measured);
  return measured;
}

/** Follows each block from the first frame to the second and compares its motion there with the one that brought it. */
function measureContinuity(before: PairView, after: PairView): Continuity | null {
  const a = before.flow;
  const b = after.flow;
  if (a === null || b === null) return null;
  const { columns, rows, stride } = a;
  let along = 0;
  let lengths = 0;
  let against = 0;
  let either = 0;
  let textured = 0;
  for (let row = 0, block = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, block++) {
      const x = (column + 0.5) * stride;
      const y = (row + 0.5) * stride;
      const into = { u: a.u[block] ?? 0, v: a.v[block] ?? 0 };
      const outOf = flowAt(b, x + into.u, y + into.v);
      along += into.u * outOf.u + into.v * outOf.v;
      lengths += (into.u * into.u + into.v * into.v + outOf.u * outOf.u + outOf.v * outOf.v) / 2;
      if ((a.confidence[block] ?? 0) < MIN_CONFIDENCE) continue;
      textured++;
      const cameraInto = cameraAt(before.camera, a, x, y);
      const cameraOutOf = cameraAt(after.camera, b, x, y);
      const product =
        (into.u - cameraInto.u) * (outOf.u - cameraOutOf.u) + (into.v - cameraInto.v) * (outOf.v - cameraOutOf.v);
      against += Math.max(0, -product);
      either += Math.abs(product);
    }
  }
  return {
    continuity: along / (lengths + EXACT_PX2 * columns * rows),
    reversal: textured === 0 ? 0 : against / (either + 2 * EXACT_PX2 * textured),
  };
}

/**
 * Continuity of motion: correlation of each block's motion into a frame with its motion out of it, Σ a·b / (½ Σ (|a|² + |b|²) + ¼
 * square pixel a block). 1 for motion that goes on, about 0 where there is none or each frame is another picture, −1 where
 * everything swings back. Range −1..1.
 * Source: temporal derivative of optical flow along its path, normalised.
 */
export const motionContinuity: TripleSignal = {
  id: 'motion_continuity',
  name: 'Continuity of motion',
  unit: '',
  dimension: 'temporal_consistency',
  worse: 'neither',
  range: [-1, 1],
  usual: [-0.05, 0.95],
  summarise: mean,
  window: 3,
  measure: (before, after) => continuityOf(before, after)?.continuity ?? null,
};

/**
 * Reversals of motion: of the products of each block's motion against the camera into a frame and out of it, the share that is
 * negative, by size. A thing that moves on has none; texture that boils and things that tremble come to a half. Range 0..1.
 * Source: as `motionContinuity`, after a global motion fit.
 */
export const motionReversal: TripleSignal = {
  id: 'motion_reversal',
  name: 'Trembling',
  unit: '',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 1],
  usual: [0, 0.2],
  summarise: mean,
  window: 3,
  measure: (before, after) => continuityOf(before, after)?.reversal ?? null,
};

import { mean, quantile } from '../../domain/statistics.ts';
import { vectorLength } from '../flow/vector-length.ts';
import type { PairView } from '../pair-view.ts';
import type { PairSignal } from '../signal.ts';

/** Blocks faster than this count as moving, in per cent of the long edge per second. */
const MOVING_PERCENT_PER_SECOND = 2;
/** Blocks whose texture does not fix their motion are left out under this confidence. */
const MIN_CONFIDENCE = 0.1;

/** Factor from pixels per frame to per cent of the long edge per second. */
export function toPercentPerSecond(pair: PairView): number {
  return 100 / pair.longEdge / pair.seconds;
}

/**
 * Motion: mean length of block motion, camera included, in per cent of the long edge per second. Range 0..∞.
 * Source: mean optical-flow magnitude, as in VBench's dynamic degree (arXiv 2311.17982).
 */
export const motionAmount: PairSignal = {
  id: 'motion_amount',
  name: 'Motion',
  unit: '% of long edge/s',
  dimension: 'dynamic_degree',
  worse: 'neither',
  range: [0, Number.POSITIVE_INFINITY],
  usual: [0.5, 40],
  summarise: mean,
  window: 2,
  measure: (pair) => {
    const { flow } = pair;
    if (flow === null) return null;
    let sum = 0;
    for (let block = 0; block < flow.u.length; block++) sum += vectorLength(flow.u[block] ?? 0, flow.v[block] ?? 0);
    return (sum / flow.u.length) * toPercentPerSecond(pair);
  },
};

/**
 * Motion of things against the camera: block motion less the fitted camera motion, 90 % quantile of its length over
 * blocks, in per cent of the long edge per second. Range 0..∞.
 * Source: residual flow after a global motion fit; see flow/camera-model.ts.
 */
export const subjectMotion: PairSignal = {
  id: 'subject_motion',
  name: 'Motion of things',
  unit: '% of long edge/s',
  dimension: 'dynamic_degree',
  worse: 'neither',
  range: [0, Number.POSITIVE_INFINITY],
  usual: [0.5, 60],
  summarise: mean,
  window: 2,
  measure: (pair) => {
    const lengths = residualLengths(pair);
    const reach = lengths === null ? null : quantile(lengths, 0.9);
    return reach === null ? null : reach * toPercentPerSecond(pair);
  },
};

/**
 * Moving area: share of blocks whose motion, camera included, is faster than 2 % of the long edge per second, in per cent of
 * the picture. Range 0..100. Source: motion mask of the flow.
 */
export const movingArea: PairSignal = {
  id: 'moving_area',
  name: 'Moving area',
  unit: '%',
  dimension: 'dynamic_degree',
  worse: 'neither',
  range: [0, 100],
  usual: [2, 100],
  summarise: mean,
  window: 2,
  measure: (pair) => {
    const { flow } = pair;
    if (flow === null) return null;
    const factor = toPercentPerSecond(pair);
    let moving = 0;
    for (let block = 0; block < flow.u.length; block++)
      if (vectorLength(flow.u[block] ?? 0, flow.v[block] ?? 0) * factor > MOVING_PERCENT_PER_SECOND) moving++;
    return (100 * moving) / flow.u.length;
  },
};

/** Length of each textured block's motion against the camera, in pixels per frame; null without a camera fit. */
function residualLengths(pair: PairView): number[] | null {
  const { flow, camera } = pair;
  if (flow === null || camera === null) return null;
  const { columns, rows, stride } = flow;
  const lengths: number[] = [];
  for (let row = 0, block = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, block++) {
      if ((flow.confidence[block] ?? 0) < MIN_CONFIDENCE) continue;
      const x = (column + 0.5 - columns / 2) * stride;
      const y = (row + 0.5 - rows / 2) * stride;
      lengths.push(
        vectorLength(
          (flow.u[block] ?? 0) - (camera.shiftX + camera.growth * x - camera.rotation * y),
          (flow.v[block] ?? 0) - (camera.shiftY + camera.rotation * x + camera.growth * y),
        ),
      );
    }
  }
  return lengths;
}

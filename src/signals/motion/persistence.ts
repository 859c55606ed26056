import { median } from '../../domain/statistics.ts';
import { followPoints } from '../flow/follow-points.ts';
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
    const ways = followPoints(pairs, MIN_CONFIDENCE);
    return ways === null || ways.points === 0 ? null : ways.reached / (ways.walked + EXACT_PX * ways.points);
  },
};

import { median } from '../../domain/statistics.ts';
import { kernels, Room } from '../../kernels/kernels.ts';
import type { FrameSignal } from '../signal.ts';

/** Steps of this many levels or fewer count as flat: noise and dither are not detail. */
const FLAT_LEVELS = 4;

/**
 * How much of the picture's fine variation a strong blur would take away: with d = |f(x) − f(x−1)| and d' the same after
 * a 9-tap mean, Σ max(0, d − d') / Σ d over steps above 4 levels, along x and along y, the smaller of both. 0 is blurred,
 * towards 0.8 is crisp. Measured at full resolution. Range 0..1.
 * Source: one minus the blur metric of Crete et al., "The blur effect", SPIE 6492 (2007).
 */
export const sharpness: FrameSignal = {
  id: 'sharpness',
  name: 'Sharpness',
  unit: '',
  dimension: 'visual_quality',
  worse: 'low',
  range: [0, 1],
  usual: [0.5, 0.86],
  summarise: median,
  window: 1,
  measure: ({ frame: { native } }) => {
    if (native === null) return null;
    const { width, height, data } = native;
    const picture = new Room().put(data);
    const along = kernels.shareLost(picture, width, height, 0, FLAT_LEVELS);
    const down = kernels.shareLost(picture, width, height, 1, FLAT_LEVELS);
    if (Number.isNaN(along)) return Number.isNaN(down) ? null : down;
    return Number.isNaN(down) ? along : Math.min(along, down);
  },
};

import { median } from '../../domain/statistics.ts';
import type { FrameSignal } from '../signal.ts';

/** Half width of the box that the picture is blurred with for comparison. */
const RADIUS = 4;
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
    const along = sharpnessAlong(native.data, native.width, native.height, 1, native.width);
    const down = sharpnessAlong(native.data, native.height, native.width, native.width, 1);
    return along === null || down === null ? (along ?? down) : Math.min(along, down);
  },
};

function sharpnessAlong(
  data: Uint8Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): number | null {
  let before = 0;
  let lost = 0;
  const far = RADIUS * step;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let i = RADIUS + 1; i < length - RADIUS; i++) {
      const at = start + i * step;
      const own = Math.abs((data[at] ?? 0) - (data[at - step] ?? 0));
      if (own <= FLAT_LEVELS) continue;
      const blurred = Math.abs((data[at + far] ?? 0) - (data[at - far - step] ?? 0)) / (2 * RADIUS + 1);
      before += own;
      if (own > blurred) lost += own - blurred;
    }
  }
  return before === 0 ? null : lost / before;
}

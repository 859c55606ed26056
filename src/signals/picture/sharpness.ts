import { mean, median } from '../../domain/statistics.ts';
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

/**
 * Detail that survives at a small size: the standard deviation of the Laplacian of the small picture over the standard
 * deviation of its luma. Range 0..∞.
 * Source: variance of Laplacian (Pech-Pacheco et al., ICPR 2000), normalised by contrast.
 */
export const fineDetail: FrameSignal = {
  id: 'fine_detail',
  name: 'Fine detail',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'low',
  range: [0, 1020],
  usual: [8, 57],
  summarise: mean,
  window: 1,
  measure: (view) => {
    const { width, height, luma } = view;
    if (width < 3 || height < 3) return null;
    let sum = 0;
    let squares = 0;
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const at = y * width + x;
        const value =
          4 * (luma[at] ?? 0) -
          (luma[at - 1] ?? 0) -
          (luma[at + 1] ?? 0) -
          (luma[at - width] ?? 0) -
          (luma[at + width] ?? 0);
        sum += value;
        squares += value * value;
      }
    }
    const count = (width - 2) * (height - 2);
    return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  },
};

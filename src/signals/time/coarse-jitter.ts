import { median } from '../../domain/statistics.ts';
import type { FrameView } from '../frame-view.ts';
import type { TripleSignal } from '../signal.ts';

/** Level of the pyramid that is compared: an eighth of the small picture's size. */
const LEVEL = 3;
/** Added to differences that are divided by, in levels: keeps still pictures from dividing noise by noise. */
const STILL_LEVELS = 0.5;

/**
 * Coarse jitter: `jitter` on the small picture at an eighth of its size, where grain, dither and fine texture average out and
 * only shapes and light are left: mean |f(t−1) − 2·f(t) + f(t+1)| over (mean |f(t) − f(t−1)| + mean |f(t+1) − f(t)| + ½ level).
 * Range 0..1. Source: as `jitter`, relative second difference of frames.
 */
export const coarseJitter: TripleSignal = {
  id: 'coarse_jitter',
  name: 'Jitter of shapes',
  unit: '',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 1],
  usual: [0.2, 0.77],
  summarise: median,
  window: 3,
  measure: (before, after) => {
    const a = coarse(before.from);
    const b = coarse(before.to);
    const c = coarse(after.to);
    let second = 0;
    let first = 0;
    for (let i = 0; i < b.length; i++) {
      const into = (b[i] ?? 0) - (a[i] ?? 0);
      const outOf = (c[i] ?? 0) - (b[i] ?? 0);
      second += Math.abs(outOf - into);
      first += Math.abs(into) + Math.abs(outOf);
    }
    return second / (first + STILL_LEVELS * b.length);
  },
};

function coarse({ pyramid, luma }: FrameView): Float32Array {
  return (pyramid[LEVEL] ?? pyramid.at(-1))?.data ?? luma;
}

import { median } from '../../domain/statistics.ts';
import type { FrameView } from '../frame-view.ts';
import type { FrameSignal } from '../signal.ts';

interface ChromaMoments {
  meanCb: number;
  meanCr: number;
  deviationCb: number;
  deviationCr: number;
}

/** Means (less 128) and standard deviations of the chroma planes, in levels. */
function chromaMoments({ frame: { small } }: FrameView): ChromaMoments {
  const count = small.cb.length;
  let sumCb = 0;
  let sumCr = 0;
  let squaresCb = 0;
  let squaresCr = 0;
  for (let i = 0; i < count; i++) {
    const cb = (small.cb[i] ?? 128) - 128;
    const cr = (small.cr[i] ?? 128) - 128;
    sumCb += cb;
    sumCr += cr;
    squaresCb += cb * cb;
    squaresCr += cr * cr;
  }
  const meanCb = sumCb / count;
  const meanCr = sumCr / count;
  return {
    meanCb,
    meanCr,
    deviationCb: Math.sqrt(Math.max(0, squaresCb / count - meanCb * meanCb)),
    deviationCr: Math.sqrt(Math.max(0, squaresCr / count - meanCr * meanCr)),
  };
}

/**
 * Colourfulness: √(σ_cb² + σ_cr²) + 0.3 · √(μ_cb² + μ_cr²) over the small chroma planes, in levels. 0 is grey. Range 0..≈200.
 * Source: Hasler and Süsstrunk, "Measuring colourfulness in natural images", SPIE 5007 (2003), with the chroma axes of
 * YCbCr in place of their red-green and yellow-blue.
 */
export const colourfulness: FrameSignal = {
  id: 'colourfulness',
  name: 'Colourfulness',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'low',
  range: [0, 200],
  usual: [5.5, 57],
  summarise: median,
  window: 1,
  measure: (view) => {
    const chroma = chromaMoments(view);
    return Math.hypot(chroma.deviationCb, chroma.deviationCr) + 0.3 * Math.hypot(chroma.meanCb, chroma.meanCr);
  },
};

/**
 * Colour cast: how far the mean chroma lies from neutral beyond the spread of the chroma, in levels: max(0, |μ| − σ) with
 * |μ| = √(μ_cb² + μ_cr²), σ = √(σ_cb² + σ_cr²). A picture with many colours has none. Range 0..≈180.
 * Source: Gasparini and Schettini, "Color balancing of digital photos using simple image statistics", Pattern
 * Recognition 37 (2004): a cast is a single concentrated spot of chroma far from neutral.
 */
export const colourCast: FrameSignal = {
  id: 'colour_cast',
  name: 'Colour cast',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'high',
  range: [0, 180],
  usual: [0, 8],
  summarise: median,
  window: 1,
  measure: (view) => {
    const chroma = chromaMoments(view);
    return Math.max(0, Math.hypot(chroma.meanCb, chroma.meanCr) - Math.hypot(chroma.deviationCb, chroma.deviationCr));
  },
};

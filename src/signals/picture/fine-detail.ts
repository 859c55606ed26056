import { mean } from '../../domain/statistics.ts';
import { enlarge } from '../plane.ts';
import type { FrameSignal } from '../signal.ts';
import { laplacianDeviation } from './laplacian.ts';

/** Long edge in pixels at which pictures are compared: that of the small picture; only smaller clips are enlarged. */
const VIEWED_LONG_EDGE = 256;

/**
 * Detail that shows at one viewing size: the standard deviation of the Laplacian of the picture at a long edge of 256 pixels, in
 * levels. A smaller clip is enlarged to it, bilinearly, as a player would: what is crisp at 160 pixels looks soft then.
 * Range 0..1020. Source: variance of Laplacian (Pech-Pacheco et al., ICPR 2000).
 */
export const fineDetail: FrameSignal = {
  id: 'fine_detail',
  name: 'Fine detail',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'low',
  range: [0, 1020],
  usual: [7, 52],
  summarise: mean,
  window: 1,
  measure: ({ picture }) => laplacianDeviation(enlarge(picture, VIEWED_LONG_EDGE)),
};

import { mean } from '../../domain/statistics.ts';
import type { FrameSignal } from '../signal.ts';
import { deviation, laplacianDeviation } from './laplacian.ts';

/**
 * Grain: the standard deviation of the Laplacian of the small picture over that of its luma plus one level. Clean pictures
 * hold most of their variation in larger shapes; noise, dither and aliased texture hold it in single pixels. White noise
 * comes to 4.5, a checkerboard of single pixels to 8. Range 0..8.
 * Source: variance of Laplacian (Pech-Pacheco et al., ICPR 2000) relative to contrast.
 */
export const grain: FrameSignal = {
  id: 'grain',
  name: 'Grain',
  unit: '',
  dimension: 'visual_quality',
  worse: 'high',
  range: [0, 8],
  usual: [0.15, 1.1],
  summarise: mean,
  window: 1,
  measure: ({ picture, luma }) => {
    const fine = laplacianDeviation(picture);
    return fine === null ? null : fine / (deviation(luma) + 1);
  },
};

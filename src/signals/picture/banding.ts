import { median } from '../../domain/statistics.ts';
import { kernels, Room } from '../../kernels/kernels.ts';
import type { FrameSignal } from '../signal.ts';

/** Shortest band in pixels: exactly equal values side by side. */
const SHORTEST_BAND = 8;
/** Steps between bands that an eye can see but that are no edge of a thing, in levels. */
const SMALLEST_STEP = 3;
const LARGEST_STEP = 10;

/**
 * Share of the picture in visible bands, in per cent: runs of at least 8 equal pixels along a row that are joined to
 * another such run by a step of 3 to 10 levels. Measured at full resolution. Range 0..100.
 * Source: the false-contour criterion of Tu et al., "BBAND index", ICASSP 2020, along rows only.
 */
export const banding: FrameSignal = {
  id: 'banding',
  name: 'Banding',
  unit: '%',
  dimension: 'visual_quality',
  worse: 'high',
  range: [0, 100],
  usual: [0, 2],
  summarise: median,
  window: 1,
  measure: ({ frame: { native } }) => {
    if (native === null || native.width < 2 * SHORTEST_BAND) return null;
    const { width, height, data } = native;
    const picture = new Room().put(data);
    const banded = kernels.bandedPixels(picture, width, height, SMALLEST_STEP, LARGEST_STEP);
    return (100 * banded) / data.length;
  },
};

import { median } from '../../domain/statistics.ts';
import type { PairSignal } from '../signal.ts';

/**
 * Change of the liveliest 8 × 8 block between two frames: the largest mean absolute luma difference of any block, in
 * levels. A repeated frame, even when coded again, stays under about half a level. Range 0..255.
 * Source: the freeze criterion of FFmpeg's freezedetect (mean absolute difference), taken per block so that one small
 * moving thing is enough to call a frame new.
 */
export const frameChange: PairSignal = {
  id: 'frame_change',
  name: 'Frame change',
  unit: 'levels',
  dimension: 'temporal_consistency',
  worse: 'low',
  range: [0, 255],
  usual: [3, 127],
  summarise: median,
  window: 2,
  measure: (pair) => pair.blockDifferences.values.reduce((largest, value) => Math.max(largest, value), 0),
};

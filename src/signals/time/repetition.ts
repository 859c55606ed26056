import { median } from '../../domain/statistics.ts';
import type { PairSignal } from '../signal.ts';

const BLOCK = 8;

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
  measure: ({ from, to }) => {
    const { width, height } = from;
    let largest = 0;
    for (let top = 0; top < height; top += BLOCK) {
      for (let left = 0; left < width; left += BLOCK) {
        const bottom = Math.min(height, top + BLOCK);
        const right = Math.min(width, left + BLOCK);
        let sum = 0;
        for (let y = top; y < bottom; y++) {
          for (let x = left, at = y * width + left; x < right; x++, at++)
            sum += Math.abs((to.luma[at] ?? 0) - (from.luma[at] ?? 0));
        }
        largest = Math.max(largest, sum / ((bottom - top) * (right - left)));
      }
    }
    return largest;
  },
};

import { mean, median } from '../../domain/statistics.ts';
import type { PairView } from '../pair-view.ts';
import type { PairSignal } from '../signal.ts';

const BLOCK = 8;
/** The liveliest blocks, as a share of the picture. */
const LIVELIEST_SHARE = 0.01;
/** Added to the mean change in levels, so that a still picture is not divided by nothing. */
const STILL_LEVELS = 0.5;

/**
 * Concentration of change: mean absolute luma difference of the liveliest hundredth of the 8 × 8 blocks over that of the whole
 * picture plus half a level, on the smoothed small pictures. 1 where all changes alike (a camera that pans, a light that
 * flickers, grain); 10 and more where one thing changes in front of a steady picture. Range 0..100.
 * Source: temporal saliency by centre against surround, cf. Itti and Baldi, "A principled approach to detecting surprising
 * events in video", CVPR 2005, reduced to one ratio.
 */
export const changeConcentration: PairSignal = {
  id: 'change_concentration',
  name: 'Concentration of change',
  unit: '×',
  dimension: 'dynamic_degree',
  worse: 'neither',
  range: [0, 100],
  usual: [2, 10],
  summarise: median,
  window: 2,
  measure: (pair) => {
    const blocks = blockChanges(pair);
    if (blocks.length === 0) return null;
    blocks.sort((a, b) => b - a);
    const liveliest = blocks.slice(0, Math.max(1, Math.floor(LIVELIEST_SHARE * blocks.length)));
    return (mean(liveliest) ?? 0) / ((mean(blocks) ?? 0) + STILL_LEVELS);
  },
};

/** Mean absolute difference of each whole block, in levels. */
function blockChanges({ from, to }: PairView): number[] {
  const { width, height } = from;
  const a = from.pyramid[0]?.data ?? from.luma;
  const b = to.pyramid[0]?.data ?? to.luma;
  const changes: number[] = [];
  for (let top = 0; top + BLOCK <= height; top += BLOCK) {
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      let sum = 0;
      for (let y = top; y < top + BLOCK; y++)
        for (let x = left, at = y * width + left; x < left + BLOCK; x++, at++)
          sum += Math.abs((b[at] ?? 0) - (a[at] ?? 0));
      changes.push(sum / (BLOCK * BLOCK));
    }
  }
  return changes;
}

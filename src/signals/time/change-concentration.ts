import { mean, median } from '../../domain/statistics.ts';
import type { FrameView } from '../frame-view.ts';
import type { PairView } from '../pair-view.ts';
import type { Plane } from '../plane.ts';
import { blockDifferences, moments } from '../plane-statistics.ts';
import { remembered } from '../remembered.ts';
import type { PairSignal } from '../signal.ts';

const BLOCK = 8;
/** The liveliest blocks, as a share of the picture. */
const LIVELIEST_SHARE = 0.01;
/** Added to the mean change in levels, so that a still picture is not divided by nothing. */
const STILL_LEVELS = 0.5;

/**
 * Concentration of change: mean absolute luma difference of the liveliest hundredth of the 8 × 8 blocks over that of the whole
 * picture plus half a level, on the smoothed small pictures, brought to one light. About 1 where all changes alike (a camera
 * that pans, grain); 10 and more where one thing changes in front of a steady picture; 0 where nothing but the light does.
 * Range 0..100.
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
    const blocks = blockChanges(pair).sort();
    if (blocks.length === 0) return null;
    const liveliest = blocks.subarray(-Math.max(1, Math.floor(LIVELIEST_SHARE * blocks.length)));
    return (mean(liveliest) ?? 0) / ((mean(blocks) ?? 0) + STILL_LEVELS);
  },
};

/** Mean absolute difference of each whole block, in levels. */
function blockChanges({ from, to }: PairView): Float32Array {
  const a = smoothed(from);
  const { columns, values } = blockDifferences(a, underLightOf(from, to), BLOCK);
  const wholeColumns = Math.floor(a.width / BLOCK);
  const wholeRows = Math.floor(a.height / BLOCK);
  return values.filter((_, block) => block % columns < wholeColumns && block < wholeRows * columns);
}

const smoothed = (view: FrameView): Plane => view.pyramid[0] ?? view.picture;

/** Mean and contrast of a frame, which is compared with the one before it and the one after it. */
const lightOf = remembered((view: FrameView) => moments(smoothed(view).data));

/** A frame at the mean and the contrast of `lit`: a light that flickers or fades is not a change of what is shown. */
function underLightOf(lit: FrameView, view: FrameView): Plane {
  const to = lightOf(lit);
  const from = lightOf(view);
  const gain = from.deviation > 0 ? to.deviation / from.deviation : 1;
  const picture = smoothed(view);
  return { ...picture, data: picture.data.map((value) => (value - from.mean) * gain + to.mean) };
}

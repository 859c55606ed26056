import type { PictureRequest } from '../../domain/frame.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Evidence } from '../judge.ts';
import { closeUp } from './close-ups.ts';
import { denseFrames } from './dense-frames.ts';
import type { FrameLayout } from './judge-api.ts';

/** The frame before something happens, one in which it does, and the one after it. */
const FEWEST_FRAMES = 3;

export interface MomentPictures {
  requests: PictureRequest[];
  /** How many moments they show. */
  moments: number;
}

/**
 * Frames of the moments of one defect, in order of time. The worst moment gets at least half of them; the next ones get a few each,
 * as many as there is room for.
 * @param moments worst first
 * @param most frames in all
 * @param close Whether to show the place of each moment in close-up, but for the first frame; those without one stay whole.
 */
export function momentPictures(
  moments: readonly Moment[],
  { clip, frames }: Pick<Evidence, 'clip' | 'frames'>,
  layout: FrameLayout,
  most: number,
  close: boolean,
): MomentPictures {
  const shown = moments.slice(0, 1 + Math.floor(most / 2 / FEWEST_FRAMES));
  const forWorst = most - FEWEST_FRAMES * (shown.length - 1);
  const requests = new Map<number, PictureRequest>();
  let told = 0;
  for (const [rank, moment] of shown.entries()) {
    const crop = close && moment.box !== undefined ? closeUp(moment.box, clip, layout) : null;
    const fresh = denseFrames(moment, frames, rank === 0 ? forWorst : FEWEST_FRAMES).filter(
      (index) => !requests.has(index),
    );
    for (const index of fresh) requests.set(index, { index, width: layout.width, height: layout.height, crop });
    if (fresh.length > 0) told++;
  }
  const inOrder = [...requests.values()].sort((a, b) => a.index - b.index);
  // Where in the picture a close-up lies is seen from a whole frame.
  return { requests: inOrder.map((request, i) => (i === 0 ? { ...request, crop: null } : request)), moments: told };
}

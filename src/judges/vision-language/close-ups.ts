import type { Box } from '../../domain/box.ts';
import type { PictureRequest } from '../../domain/frame.ts';

interface Size {
  width: number;
  height: number;
}

type Crop = NonNullable<PictureRequest['crop']>;

/** A close-up tells something new only where whole frames lose this much more of their size. */
const WORTH_MAGNIFYING = 1.5;

/** Shown around a box, as a share of its size on each side: what changes is told from what stays beside it. */
const MARGIN = 0.25;

/** Parts of a frame side by side. */
const PARTS = 3;

/** Whether a frame is so much larger than what the model sees of it that its parts are worth a look of their own. */
export function isWorthMagnifying(clip: Size, layout: Size): boolean {
  return clip.width >= WORTH_MAGNIFYING * layout.width && clip.height >= layout.height;
}

/**
 * The part of a frame around a box, in the shape of the pictures that the model is shown and never enlarged beyond the clip's own
 * pixels; null where it would show little more than the whole frame does.
 */
export function closeUp(box: Box, clip: Size, layout: Size): Crop | null {
  const wanted = (share: number, side: number) => Math.min(1, share * (1 + 2 * MARGIN)) * side;
  const scale = Math.max(
    1,
    wanted(box.width, clip.width) / layout.width,
    wanted(box.height, clip.height) / layout.height,
  );
  const width = Math.min(clip.width, Math.round(layout.width * scale));
  const height = Math.min(clip.height, Math.round(layout.height * scale));
  if (clip.width * clip.height < WORTH_MAGNIFYING ** 2 * width * height) return null;
  const start = (from: number, share: number, side: number, length: number) =>
    Math.round(Math.min(side - length, Math.max(0, (from + share / 2) * side - length / 2)));
  return {
    x: start(box.x, box.width, clip.width, width),
    y: start(box.y, box.height, clip.height, height),
    width,
    height,
  };
}

/** Parts of one frame in full resolution, in the size of the pictures that the model is shown, side by side across its middle. */
export function nativeParts(index: number, clip: Size, { width, height }: Size): PictureRequest[] {
  const y = Math.round((clip.height - height) / 2);
  return Array.from({ length: PARTS }, (_, part) => ({
    index,
    width,
    height,
    crop: { x: Math.round((part * (clip.width - width)) / (PARTS - 1)), y, width, height },
  }));
}

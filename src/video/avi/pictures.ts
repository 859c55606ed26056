import { SCAN_SECONDS } from '../budget.ts';
import type { FrameBits } from './frame-bits.ts';
import type { FrameChunk } from './frame-chunk.ts';

/** One coded picture, in the order of decoding. */
export interface AviPicture {
  start: number;
  size: number;
  /** Decoding can start with it. */
  key: boolean;
  /** The first place on the clip's even grid of times that it fills, if pictures come in the order of decoding. */
  slot: number;
  /** How many places it fills: more than one where empty chunks repeat it, none where it is not shown. */
  slots: number;
}

export interface PictureList {
  pictures: readonly AviPicture[];
  /** For each place on the grid of times, the position of the picture that fills it. */
  atSlot: readonly number[];
}

/** Reads the first bytes of a frame. */
export type FrameLook = (chunk: FrameChunk) => Promise<FrameBits>;

/**
 * Puts the chunks of a video stream on an even grid of times: each is one step, and an empty one stands for the picture
 * before it once more.
 *
 * @param look - Says what a frame is; null for codecs whose every frame stands alone. Indexes call too many frames key
 *   frames, rarely too few, so only those they name are looked at.
 * @param lookAtAll - Whether the others matter, too.
 */
export async function listPictures(
  chunks: readonly FrameChunk[],
  look: FrameLook | null,
  lookAtAll: boolean,
): Promise<PictureList> {
  const deadline = performance.now() + SCAN_SECONDS * 1000;
  const pictures: AviPicture[] = [];
  const atSlot: number[] = [];
  let shownLast = -1;
  for (const chunk of chunks) {
    if (chunk.size === 0) {
      const shown = pictures[shownLast];
      if (!shown) continue;
      shown.slots++;
      atSlot.push(shownLast);
      continue;
    }
    let bits: FrameBits = { key: look === null || chunk.key === true, shown: true };
    if (look && (lookAtAll || chunk.key !== false) && performance.now() < deadline) bits = await look(chunk);
    const { start, size } = chunk;
    pictures.push({ start, size, key: bits.key, slot: atSlot.length, slots: bits.shown ? 1 : 0 });
    if (!bits.shown) continue;
    atSlot.push(pictures.length - 1);
    shownLast = pictures.length - 1;
  }
  return { pictures, atSlot };
}

import type { Picture, PictureRequest } from '../../../src/domain/frame.ts';
import type { Evidence } from '../../../src/judges/judge.ts';
import { makeReport } from '../../unit/make-report.ts';

const FRAMES = 40;
const FRAME_SECONDS = 0.1;

/** A clip of 4 s at 10 frames a second whose pictures are grey. */
export function makeEvidence(changes: Partial<Evidence> = {}): Evidence {
  const indices = Array.from({ length: FRAMES }, (_, i) => i);
  return {
    clip: makeReport().clip,
    prompt: 'a ball',
    signals: [],
    frames: { indices, timesSeconds: indices.map((i) => i * FRAME_SECONDS), runs: [[0, FRAMES - 1]] },
    pictures: async (requests) => requests.map(greyPicture),
    ...changes,
  };
}

function greyPicture({ index, width, height }: PictureRequest): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height).fill(128);
  return { index, timeSeconds: index * FRAME_SECONDS, width, height, rgba };
}

import { evenlySpread } from '../../../src/domain/evenly-spread.ts';
import type { PictureRequest } from '../../../src/domain/frame.ts';
import type { ViewName } from '../../../src/domain/reasoning.ts';
import type { Report } from '../../../src/domain/report.ts';
import { nativeParts } from '../../../src/judges/vision-language/close-ups.ts';
import { denseFrames } from '../../../src/judges/vision-language/dense-frames.ts';
import { areaAverage } from '../../../src/kernels/area-average.ts';
import type { SecondsSpan } from '../../../test/bench/defects/make/cases.ts';
import { planesOf, type RawClip } from '../../../test/bench/defects/make/raw-clip.ts';

/** Frames of a view on a processor without a GPU, as the app shows them. */
export const FRAMES_PER_VIEW = 8;

export interface DrawnView {
  name: ViewName;
  timesSeconds: number[];
  /** Each 3 × side × side bytes, red, green and blue interleaved. */
  pictures: Uint8Array[];
}

/** Frames spread over the clip. */
export function overviewOf(clip: RawClip, side: number): DrawnView {
  const indices = evenlySpread(clip.frames.length, FRAMES_PER_VIEW);
  return draw(
    'overview',
    clip,
    indices.map((index) => whole(index, side)),
  );
}

/** The frames of a moment one after the other, as the app shows one that was measured to be suspicious. */
export function momentOf(clip: RawClip, [startSeconds, endSeconds]: SecondsSpan, side: number): DrawnView {
  const indices = clip.frames.map((_, i) => i);
  const frames: Report['frames'] = {
    indices,
    timesSeconds: indices.map((i) => i / clip.rate),
    runs: [[0, indices.length - 1]],
  };
  const moment = { startSeconds, endSeconds, label: '', frames: [], outsideClip: false };
  const chosen = denseFrames(moment, frames, FRAMES_PER_VIEW);
  return draw(
    'moment',
    clip,
    chosen.map((index) => whole(index, side)),
  );
}

/** Native parts of two frames. */
export function detailsOf(clip: RawClip, frames: readonly number[], side: number): DrawnView {
  const layout = { width: side, height: side };
  return draw(
    'details',
    clip,
    frames.flatMap((index) => nativeParts(index, clip, layout)),
  );
}

function whole(index: number, side: number): PictureRequest {
  return { index, width: side, height: side, crop: null };
}

function draw(name: ViewName, clip: RawClip, requests: readonly PictureRequest[]): DrawnView {
  return {
    name,
    timesSeconds: requests.map(({ index }) => index / clip.rate),
    pictures: requests.map((request) => picture(clip, request)),
  };
}

/** One picture, averaged over areas in the planes of the frame and turned into RGB by BT.601, limited range. */
function picture(clip: RawClip, { index, width, height, crop }: PictureRequest): Uint8Array {
  const part = crop ?? { x: 0, y: 0, width: clip.width, height: clip.height };
  const [luma, blue, red] = planesOf(clip.frames[index] ?? new Uint8Array(), clip.width, clip.height).map(
    (plane, i) => {
      const scale = i === 0 ? 1 : 2;
      const [left, top] = [Math.floor(part.x / scale), Math.floor(part.y / scale)];
      const size = {
        width: Math.min(plane.width - left, Math.ceil(part.width / scale)),
        height: Math.min(plane.height - top, Math.ceil(part.height / scale)),
      };
      const view = { data: plane.data, offset: top * plane.width + left, stride: plane.width, step: 1, ...size };
      return areaAverage(view, width, height);
    },
  );
  const rgb = new Uint8ClampedArray(3 * width * height);
  for (let i = 0; i < width * height; i++) {
    const y = 1.164 * ((luma?.[i] ?? 16) - 16);
    const u = (blue?.[i] ?? 128) - 128;
    const v = (red?.[i] ?? 128) - 128;
    rgb[3 * i] = y + 1.596 * v;
    rgb[3 * i + 1] = y - 0.392 * u - 0.813 * v;
    rgb[3 * i + 2] = y + 2.017 * u;
  }
  return new Uint8Array(rgb.buffer);
}

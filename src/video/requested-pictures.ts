import { LoupeError } from '../domain/error.ts';
import type { Picture, PictureRequest } from '../domain/frame.ts';
import { drawPicture } from './draw-picture.ts';
import type { FrameSource } from './frame-source.ts';
import type { Size } from './geometry.ts';
import { type PlannedFrame, planSelected } from './plan-frames.ts';
import { timeTolerance } from './timeline.ts';

/** Longest side of a picture that is drawn, in pixels. */
const MAX_SIDE = 2048;

/**
 * Decodes frames once more and draws what was asked for of each, in the order of the requests. Every packet is decoded at
 * most once. Frames that the clip does not have or that cannot be decoded are left out, and so are those that come with
 * another time than theirs: a picture is of the very frame that was asked for.
 *
 * @param knownTimes - Time in the timeline of frames that came before, where the timeline itself is an estimate.
 * @throws LoupeError `internal` for a request that cannot be drawn
 */
export async function requestedPictures(
  source: FrameSource,
  requests: readonly PictureRequest[],
  knownTimes: ReadonlyMap<number, number>,
): Promise<Picture[]> {
  for (const request of requests) checkRequest(request, source.clip);
  const tolerance = timeTolerance(source.timeline.times);
  const plan = planSelected(
    source.timeline,
    requests.map(({ index }) => index),
    knownTimes,
  );
  const wantedAt = new Map(plan.frames.map(({ index, timeSeconds }) => [index, timeSeconds]));
  const isWanted = ({ index, timeSeconds }: PlannedFrame) =>
    Math.abs(timeSeconds - (wantedAt.get(index) ?? Number.NaN)) <= tolerance;
  /** By position of the request. */
  const pictures = new Map<number, Picture>();
  try {
    // What could not be decoded shows by its absence.
    for await (const { planned, sample } of source.decode(plan, () => undefined)) {
      try {
        if (!isWanted(planned)) continue;
        const timeSeconds = Math.max(0, planned.timeSeconds - source.originSeconds);
        for (const [position, request] of requests.entries()) {
          const { index, width, height } = request;
          if (index !== planned.index) continue;
          const rgba = drawPicture(sample, request, source.clip);
          pictures.set(position, { index, timeSeconds, width, height, rgba });
        }
      } finally {
        sample.close();
      }
    }
  } catch (reason) {
    // The coded errors of a source all say that not one frame could be decoded.
    if (!(reason instanceof LoupeError)) throw reason;
  }
  return requests.flatMap((_, position) => pictures.get(position) ?? []);
}

function checkRequest({ width, height, crop }: PictureRequest, display: Size): void {
  for (const side of [width, height])
    if (!Number.isInteger(side) || side < 1 || side > MAX_SIDE)
      throw new LoupeError('internal', `A picture of ${width} × ${height} pixels cannot be drawn.`);
  if (crop === null) return;
  const inside =
    crop.x >= 0 &&
    crop.y >= 0 &&
    crop.width > 0 &&
    crop.height > 0 &&
    crop.x + crop.width <= display.width &&
    crop.y + crop.height <= display.height;
  if (!inside) throw new LoupeError('internal', 'A part outside the frame cannot be drawn.');
}

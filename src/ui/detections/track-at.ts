import type { Joint, PixelBox, Track, TrackPoint } from '../../domain/track.ts';

/** Where a followed thing is at a time. */
export interface Place {
  box: PixelBox;
  /** null where its body was not found. */
  joints: readonly Joint[] | null;
}

/**
 * Where a thing is at a time between the frames that were looked at: on the straight line between where it was found before and
 * after.
 * @param stepSeconds usual time between two looked-at frames; a thing that was not found for longer than two of them is not there
 */
export function placeAt({ points }: Track, seconds: number, stepSeconds: number): Place | null {
  const next = points.findIndex(({ timeSeconds }) => timeSeconds > seconds);
  const before = points[next === -1 ? points.length - 1 : next - 1];
  const after = next === -1 ? undefined : points[next];
  if (before === undefined || after === undefined) {
    const end = before ?? after;
    return end !== undefined && Math.abs(end.timeSeconds - seconds) <= stepSeconds ? placeOf(end) : null;
  }
  const gap = after.timeSeconds - before.timeSeconds;
  if (gap > 2.5 * stepSeconds) {
    if (seconds - before.timeSeconds <= stepSeconds / 2) return placeOf(before);
    return after.timeSeconds - seconds <= stepSeconds / 2 ? placeOf(after) : null;
  }
  const share = gap > 0 ? (seconds - before.timeSeconds) / gap : 0;
  const between = (a: number, b: number): number => a + share * (b - a);
  const joints = before.joints?.map((joint, k): Joint => {
    const [x, y, score] = after.joints?.[k] ?? joint;
    return [between(joint[0], x), between(joint[1], y), Math.min(joint[2], score)];
  });
  return {
    box: {
      x: between(before.box.x, after.box.x),
      y: between(before.box.y, after.box.y),
      width: between(before.box.width, after.box.width),
      height: between(before.box.height, after.box.height),
    },
    joints: joints ?? null,
  };
}

function placeOf({ box, joints }: TrackPoint): Place {
  return { box, joints: joints ?? null };
}

/** Usual time between two frames that were looked at; a whole clip where there was one frame alone. */
export function stepOf(timesSeconds: readonly number[]): number {
  const gaps = timesSeconds.slice(1).map((time, k) => time - (timesSeconds[k] ?? 0));
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? Number.POSITIVE_INFINITY;
}

/** Stretches of time in which a thing was found, without the gaps in which it was not. */
export function stretchesOf({ points }: Track, stepSeconds: number): { startSeconds: number; endSeconds: number }[] {
  const stretches: { startSeconds: number; endSeconds: number }[] = [];
  for (const { timeSeconds } of points) {
    const open = stretches.at(-1);
    if (open !== undefined && timeSeconds - open.endSeconds <= 1.5 * stepSeconds) open.endSeconds = timeSeconds;
    else stretches.push({ startSeconds: timeSeconds, endSeconds: timeSeconds });
  }
  return stretches;
}

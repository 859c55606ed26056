import type { Box } from '../../domain/box.ts';
import type { Moment } from '../../domain/moment.ts';
import type { SignalSeries } from '../../domain/signal.ts';
import { median, medianDeviation } from '../../domain/statistics.ts';

/** Outliers no further apart than this are one stretch. */
const MERGE_SECONDS = 0.3;
const ROUNDING_SECONDS = 1e-3;
const MAX_MOMENTS = 3;
/** Frames that a stretch names at most. */
export const MAX_FRAMES = 4;
/** Deviation of a normal distribution over the median of its absolute values. */
export const NORMAL = 1.4826;

/** A stretch of consecutive (or nearly) outlying frames of one signal. */
export interface Stretch {
  startSeconds: number;
  endSeconds: number;
  /** Frame indices, worst first. */
  frames: number[];
  /** The worst value. */
  peak: number;
  /** Number of outlying frames. */
  length: number;
}

/**
 * Level above which a value stands out from the clip's own: median + 5 robust standard deviations, but never less than
 * `floor`. Robust against outliers in up to half of the frames (Iglewicz and Hoaglin, 1993).
 */
export function outlierLevel(values: readonly number[], floor: number): number {
  const centre = median(values) ?? 0;
  const deviation = NORMAL * (medianDeviation(values) ?? 0);
  return Math.max(floor, centre + 5 * deviation);
}

/**
 * Stretches of frames for which `stands` holds, worst (by `badness`) first.
 * @param gapSeconds - Frames no further apart than this are one stretch.
 */
export function findStretches(
  series: SignalSeries,
  stands: (value: number, position: number) => boolean,
  badness: (value: number) => number = (value) => value,
  gapSeconds = MERGE_SECONDS,
): Stretch[] {
  const stretches: (Stretch & { hits: { frame: number; bad: number }[] })[] = [];
  series.values.forEach((value, position) => {
    if (value === null || !stands(value, position)) return;
    const time = series.timesSeconds[position] ?? 0;
    const next = series.timesSeconds[position + 1];
    const before = series.timesSeconds[position - 1];
    const step = next !== undefined ? next - time : before !== undefined ? time - before : 0;
    const hit = { frame: series.frames[position] ?? position, bad: badness(value) };
    const open = stretches.at(-1);
    if (open !== undefined && time - open.endSeconds <= gapSeconds + ROUNDING_SECONDS) {
      open.endSeconds = time + Math.min(step, MERGE_SECONDS);
      open.hits.push(hit);
      open.length++;
      if (badness(value) > badness(open.peak)) open.peak = value;
    } else {
      stretches.push({
        startSeconds: time,
        endSeconds: time + Math.min(step, MERGE_SECONDS),
        frames: [],
        peak: value,
        length: 1,
        hits: [hit],
      });
    }
  });
  return stretches
    .sort((a, b) => badness(b.peak) - badness(a.peak))
    .map(({ hits, ...stretch }) => ({
      ...stretch,
      frames: hits
        .sort((a, b) => b.bad - a.bad)
        .slice(0, MAX_FRAMES)
        .map((hit) => hit.frame),
    }));
}

/** Frames of a series from one position up to but without another as a stretch. */
export function partOf({ timesSeconds, frames, values }: SignalSeries, from: number, to: number): Stretch {
  const start = timesSeconds[from] ?? 0;
  return {
    startSeconds: start,
    endSeconds: timesSeconds[to] ?? timesSeconds.at(-1) ?? start,
    frames: frames.slice(from, Math.min(to, from + MAX_FRAMES)),
    peak: Math.max(...values.slice(from, to).map((value) => value ?? 0)),
    length: to - from,
  };
}

/** The worst stretches as moments, bound to the clip. */
export function toMoments(stretches: readonly Stretch[], label: string, span: readonly [number, number]): Moment[] {
  return stretches.slice(0, MAX_MOMENTS).map((stretch) => toMoment(stretch, label, span));
}

/** A stretch as a moment, bound to the clip. */
export function toMoment(
  { startSeconds, endSeconds, frames }: Stretch,
  label: string,
  span: readonly [number, number],
  box: Box | null = null,
): Moment {
  const bind = (seconds: number): number => Math.min(span[1], Math.max(span[0], seconds));
  return {
    startSeconds: bind(startSeconds),
    endSeconds: bind(endSeconds),
    frames: [...frames],
    label,
    outsideClip: false,
    ...(box === null ? {} : { box }),
  };
}

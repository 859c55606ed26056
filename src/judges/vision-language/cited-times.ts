import { evenlySpread } from '../../domain/evenly-spread.ts';
import type { Moment } from '../../domain/moment.ts';
import { median } from '../../domain/statistics.ts';
import { labelsFor } from './moment-label.ts';
import { type Cited, findTimeExpressions, READ, type WrittenTime } from './time-expressions.ts';

/** A frame that a model was shown. */
export interface SeenFrame {
  /** Position in the clip, in presentation order. */
  index: number;
  timeSeconds: number;
}

const MOST_MOMENTS = 5;
const MOST_FRAMES = 4;
/** Longer text is no reason. */
const MOST_TEXT = 4000;

/**
 * The moments that a reason cites, in its order: "at 1.25 s", "0:02", "between 1 and 2 seconds", "frame 3", "the last frame".
 * A single time is bound to the nearest seen frame within half the spacing of the frames, or within what its rounding leaves
 * open ("2 s" is 1.5 s to 2.5 s); a stretch to the frames within it. What lies beyond the clip, and frames that were never
 * shown, are flagged.
 * @param seen in the order shown: "frame 3" is the third of them
 */
export function citedMoments(reason: string, seen: readonly SeenFrame[], durationSeconds: number): Moment[] {
  const text = reason.slice(0, MOST_TEXT).replaceAll(READ, ' ');
  const expressions = findTimeExpressions(text);
  const labels = labelsFor(text, expressions);
  const bound = expressions.flatMap(({ cited }, position) =>
    cited.map((each) => ({ ...bind(each, seen, durationSeconds), label: labels[position] ?? '' })),
  );
  return withoutRepeats(bound).slice(0, MOST_MOMENTS);
}

type Bound = Omit<Moment, 'label'>;

function bind(cited: Cited, seen: readonly SeenFrame[], durationSeconds: number): Bound {
  return cited.type === 'frames'
    ? bindFrames(cited.ordinals, seen, durationSeconds)
    : bindTimes(cited.start, cited.end, seen, durationSeconds);
}

function bindFrames(ordinals: readonly number[], seen: readonly SeenFrame[], durationSeconds: number): Bound {
  const shown = ordinals.flatMap((ordinal) => seen.at(ordinal < 0 ? ordinal : ordinal - 1) ?? []);
  const times = shown.map(({ timeSeconds }) => timeSeconds);
  // A frame that was never shown is nowhere in what the model saw of the clip.
  if (shown.length === 0) return outside(durationSeconds, durationSeconds);
  return { startSeconds: Math.min(...times), endSeconds: Math.max(...times), frames: few(shown), outsideClip: false };
}

function bindTimes(start: WrittenTime, end: WrittenTime, seen: readonly SeenFrame[], durationSeconds: number): Bound {
  const [from, to] = [secondsOf(start, durationSeconds), secondsOf(end, durationSeconds)];
  if (to - end.roundingSeconds > durationSeconds) return outside(from, to);
  const clamp = (seconds: number) => Math.min(durationSeconds, Math.max(0, seconds));
  const within = seen.filter(({ timeSeconds }) => timeSeconds >= from && timeSeconds <= to);
  const tolerance = Math.max(start.roundingSeconds, spacing(seen) / 2);
  return {
    startSeconds: clamp(from),
    endSeconds: clamp(to),
    frames: within.length > 0 ? few(within) : nearest((from + to) / 2, seen, tolerance),
    outsideClip: false,
  };
}

function secondsOf({ share, seconds }: WrittenTime, durationSeconds: number): number {
  return Math.max(0, share * durationSeconds + seconds);
}

function outside(startSeconds: number, endSeconds: number): Bound {
  return { startSeconds, endSeconds, frames: [], outsideClip: true };
}

/** Median distance of neighbouring frames in time, in seconds; 0 where there is only one. */
function spacing(seen: readonly SeenFrame[]): number {
  const times = [...new Set(seen.map(({ timeSeconds }) => timeSeconds))].sort((a, b) => a - b);
  return median(times.slice(1).map((time, position) => time - (times[position] ?? time))) ?? 0;
}

/** Spares a tie at exactly half the spacing from the rounding of its arithmetic. */
const SLACK_SECONDS = 1e-6;

function nearest(seconds: number, seen: readonly SeenFrame[], tolerance: number): number[] {
  const distance = ({ timeSeconds }: SeenFrame) => Math.abs(timeSeconds - seconds);
  const [closest] = [...seen].sort((a, b) => distance(a) - distance(b));
  return closest !== undefined && distance(closest) <= tolerance + SLACK_SECONDS ? [closest.index] : [];
}

/** Indices of at most a few of the frames, spread over all of them. */
function few(frames: readonly SeenFrame[]): number[] {
  const indices = [...new Set(frames.map(({ index }) => index))];
  return evenlySpread(indices.length, MOST_FRAMES).flatMap((position) => indices[position] ?? []);
}

/** "Frame 3 (1.25 s)" cites one moment twice. */
function withoutRepeats(moments: readonly Moment[]): Moment[] {
  return moments.filter((moment, position) => !moments.slice(0, position).some((earlier) => isSame(earlier, moment)));
}

function isSame(a: Moment, b: Moment): boolean {
  if (a.outsideClip !== b.outsideClip) return false;
  const frames = a.frames.join();
  if (frames !== '' && frames === b.frames.join()) return true;
  return a.startSeconds === b.startSeconds && a.endSeconds === b.endSeconds;
}

import type { Moment } from '../../domain/moment.ts';
import type { Report } from '../../domain/report.ts';

/** A moment's surroundings are shown too where there is room, in seconds on each side. */
export const AROUND_SECONDS = 0.25;

/**
 * Indices of frames that show a moment as it unfolds: from the frame just before it to the frame just after it, one after the
 * other where they all fit, else every second, every third and so on, the worst one always among them. Where there is room, its
 * surroundings too. Frames of another run are left out: between runs the clip goes on unseen.
 * @param frames those that were looked at
 */
export function denseFrames(moment: Moment, frames: Report['frames'], most: number): number[] {
  const { startSeconds, endSeconds } = moment;
  const { indices, timesSeconds } = frames;
  const timeOf = (position: number) => timesSeconds[position] ?? Number.NaN;
  const isWithin = (position: number, around: number) =>
    timeOf(position) >= startSeconds - around && timeOf(position) <= endSeconds + around;

  const worst = worstPosition(moment, frames);
  if (worst === null) return [];
  const follows = (position: number) => indices[position] === (indices[position - 1] ?? Number.NaN) + 1;
  let [first, last] = [worst, worst];
  while (follows(first) && isWithin(first - 1, 0)) first--;
  while (follows(last + 1) && isWithin(last + 1, 0)) last++;
  if (follows(first)) first--;
  if (follows(last + 1)) last++;
  for (let grown = true; grown && last - first + 1 < most; ) {
    grown = false;
    if (follows(first) && isWithin(first - 1, AROUND_SECONDS)) {
      first--;
      grown = true;
    }
    if (last - first + 1 < most && follows(last + 1) && isWithin(last + 1, AROUND_SECONDS)) {
      last++;
      grown = true;
    }
  }

  for (let stride = 1; stride <= last - first + 1; stride++) {
    const before = Math.ceil((worst - first) / stride);
    const after = Math.ceil((last - worst) / stride);
    if (before + after + 1 > most) continue;
    const steps = Array.from({ length: before + after + 1 }, (_, step) => worst + (step - before) * stride);
    // The outermost steps may reach further than the frames just before and after: those are shown instead.
    return steps.flatMap((position) => indices[Math.min(last, Math.max(first, position))] ?? []);
  }
  // There is room for one or two.
  return indices.slice(worst, worst + 1);
}

/** Position of the frame that shows a moment best: its worst one, else the one nearest its middle. */
function worstPosition({ frames, startSeconds, endSeconds }: Moment, seen: Report['frames']): number | null {
  for (const frame of frames) {
    const position = seen.indices.indexOf(frame);
    if (position >= 0) return position;
  }
  const distance = (time: number) => Math.abs(time - (startSeconds + endSeconds) / 2);
  let nearest: { position: number; time: number } | null = null;
  for (const [position, time] of seen.timesSeconds.entries())
    if (nearest === null || distance(time) < distance(nearest.time)) nearest = { position, time };
  return nearest?.position ?? null;
}

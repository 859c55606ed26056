import { evenlySpread } from '../domain/evenly-spread.ts';
import type { FrameBudget } from './budget.ts';
import { frameDuration, type Timeline } from './timeline.ts';

export interface PlannedFrame {
  index: number;
  timeSeconds: number;
  durationSeconds: number;
  /** Carries full-resolution luma. */
  native: boolean;
  /** Comes with a still. */
  still: boolean;
}

export interface FramePlan {
  /** In presentation order. */
  frames: readonly PlannedFrame[];
  /** Runs of consecutive frames among them. */
  runs: number;
  /** Whether every frame of the clip is in the plan. */
  whole: boolean;
  /** Frames that must be decoded for it, with those on the way from a key frame to a planned frame. */
  decodedFrames: number;
}

/** A run of consecutive frames: from `start` up to but without `end`. */
interface Stretch {
  start: number;
  end: number;
}

/**
 * Chooses the frames to analyse. A clip within the budget is looked at whole; of a longer one, stretches of consecutive
 * frames are taken, evenly spread from the first frame to the last and moved to key frames where one is near. Where key
 * frames are so rare that the way to the stretches would break the budget there are fewer stretches, in the end one at
 * the start.
 *
 * @param framePixels - Coded pixels of one frame.
 */
export function planFrames(timeline: Timeline, framePixels: number, budget: FrameBudget): FramePlan {
  const count = timeline.times.length;
  const affordable = Math.max(1, Math.floor(budget.maxDecodedPixels / Math.max(1, framePixels)));
  const limit = Math.min(budget.maxAnalysisFrames, affordable);
  const stretches =
    count <= limit ? [{ start: 0, end: count }] : chooseStretches(timeline, limit, affordable, budget.stretchFrames);
  const frames = stretches.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => ({
      index: start + i,
      timeSeconds: timeline.times[start + i] ?? 0,
      durationSeconds: frameDuration(timeline, start + i),
    })),
  );
  const seconds = frames.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
  const wanted = Math.round(seconds / budget.nativeEverySeconds);
  const natives = new Set(
    evenlySpread(frames.length, Math.min(budget.mostNativeFrames, Math.max(budget.leastNativeFrames, wanted))),
  );
  const stills = new Set(evenlySpread(frames.length, budget.stillsOnTheWay));
  return {
    frames: frames.map((frame, i) => ({ ...frame, native: natives.has(i), still: stills.has(i) })),
    runs: stretches.length,
    whole: frames.length === count,
    decodedFrames: decodedFrames(stretches, timeline.keyFrames),
  };
}

/**
 * A plan of single frames, each once, in presentation order; those that the clip does not have are left out.
 *
 * @param knownTimes - Times of frames that are known better than from the timeline.
 */
export function planSelected(
  timeline: Timeline,
  indices: readonly number[],
  knownTimes: ReadonlyMap<number, number>,
): FramePlan {
  const frames: PlannedFrame[] = [];
  const stretches: Stretch[] = [];
  for (const index of [...new Set(indices)].sort((a, b) => a - b)) {
    const timeSeconds = knownTimes.get(index) ?? timeline.times[index];
    if (timeSeconds === undefined) continue;
    frames.push({ index, timeSeconds, durationSeconds: frameDuration(timeline, index), native: false, still: false });
    const last = stretches.at(-1);
    if (last?.end === index) last.end++;
    else stretches.push({ start: index, end: index + 1 });
  }
  return {
    frames,
    runs: stretches.length,
    // Even where it is every frame, the times may be known better than the timeline's.
    whole: false,
    decodedFrames: decodedFrames(stretches, timeline.keyFrames),
  };
}

function chooseStretches(timeline: Timeline, limit: number, affordable: number, stretchFrames: number): Stretch[] {
  const count = timeline.times.length;
  const length = Math.min(stretchFrames, limit);
  for (let wanted = Math.floor(limit / length); wanted > 1; wanted--) {
    const stretches = spreadStretches(count, wanted, length, timeline.keyFrames);
    if (decodedFrames(stretches, timeline.keyFrames) <= affordable) return stretches;
  }
  return [{ start: 0, end: limit }];
}

function spreadStretches(count: number, wanted: number, length: number, keyFrames: readonly number[]): Stretch[] {
  const spacing = (count - length) / (wanted - 1);
  const reach = Math.max(0, (spacing - length) / 2);
  const stretches: Stretch[] = [];
  for (let k = 0; k < wanted; k++) {
    const even = Math.round(k * spacing);
    const key = nearest(keyFrames, even);
    const near = key !== null && Math.abs(key - even) <= reach && key + length <= count;
    const start = near ? key : even;
    const last = stretches.at(-1);
    // Stretches that touch are one run.
    if (last && start <= last.end) last.end = start + length;
    else stretches.push({ start, end: start + length });
  }
  return stretches;
}

/** Decoding goes from the last key frame before a stretch to the stretch's end; stretches after one key frame share it. */
function decodedFrames(stretches: readonly Stretch[], keyFrames: readonly number[]): number {
  let total = 0;
  let reached = 0;
  for (const { start, end } of stretches) {
    const from = Math.max(reached, keyFrames[lastAtOrBefore(keyFrames, start)] ?? 0);
    total += end - from;
    reached = end;
  }
  return total;
}

function nearest(sorted: readonly number[], value: number): number | null {
  const at = lastAtOrBefore(sorted, value);
  const before = sorted[at];
  const after = sorted[at + 1];
  if (before === undefined) return after ?? null;
  return after !== undefined && after - value < value - before ? after : before;
}

/** Position of the last entry that is at most `value`; −1 where there is none. */
function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

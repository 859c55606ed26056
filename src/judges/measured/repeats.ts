import type { SignalSeries } from '../../domain/signal.ts';
import { median } from '../../domain/statistics.ts';

/** A frame whose liveliest block changes by less, in levels, is a repetition of the one before. */
const REPEATED_LEVELS = 0.6;
const LEAST_LEVELS = 0.05;
/** The same as a share of what the clip's other frames change by, so that a clip that hardly moves is not all repetition. */
const REPEATED_SHARE = 0.1;
const USUAL_LEVELS = 6;

/** Level of `frame_change` below which a frame of this clip repeats the one before. */
export function repeatLevel(frameChange: SignalSeries): number {
  const lively = frameChange.values.filter((value) => value !== null && value > REPEATED_LEVELS);
  const usual = median(lively.map((value) => value ?? 0)) ?? USUAL_LEVELS;
  return Math.min(REPEATED_LEVELS, Math.max(LEAST_LEVELS, REPEATED_SHARE * usual));
}

/** Which frames repeat the one before. */
export function repeatedFrames(frameChange: SignalSeries): boolean[] {
  const level = repeatLevel(frameChange);
  return frameChange.values.map((value) => value !== null && value < level);
}

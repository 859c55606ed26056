import type { SignalSeries } from '../../domain/signal.ts';
import { formatTimeRange } from '../../domain/time.ts';
import { formatNumber, formatQuantity, formatUsual } from '../format.ts';

export interface Stretch {
  startSeconds: number;
  endSeconds: number;
}

/** More stretches than this are counted, not listed. */
const MOST_LISTED = 6;

/** Whether a value lies outside what is usual, on a side that is worse. */
export function isWorse(signal: SignalSeries, value: number): boolean {
  const { worse, usual } = signal;
  return (
    ((worse === 'high' || worse === 'both') && value > usual[1]) ||
    ((worse === 'low' || worse === 'both') && value < usual[0])
  );
}

/** The stretches in which a signal is worse than usual. */
export function worseStretches(signal: SignalSeries): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  signal.values.forEach((value, index) => {
    const time = signal.timesSeconds[index];
    if (time === undefined) return;
    if (value !== null && isWorse(signal, value)) {
      if (open === null) {
        open = { startSeconds: time, endSeconds: time };
        stretches.push(open);
      } else open.endSeconds = time;
    } else if (value !== null) open = null;
  });
  return stretches;
}

/** Smallest and largest value; null when there is none. */
export function valueRange(signal: SignalSeries): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of signal.values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : null;
}

/** What a track shows, in words. */
export function trackText(signal: SignalSeries): string {
  const range = valueRange(signal);
  if (range === null) return `${signal.name}: nothing could be measured.`;
  const [low, high] = range;
  const values =
    low === high
      ? `${formatQuantity(low, signal.unit)} throughout`
      : `from ${formatNumber(low)} to ${formatQuantity(high, signal.unit)}`;
  const summary = signal.summary === null ? '' : `, ${formatQuantity(signal.summary, signal.unit)} over the clip`;
  const usual = `Usual is ${formatUsual(signal.usual, signal.unit)}.`;
  return `${signal.name}: ${values}${summary}. ${usual} ${worseText(signal)}`;
}

/** When the signal is worse than usual, in words. */
export function worseText(signal: SignalSeries): string {
  if (signal.worse === 'neither') return 'It describes the clip; no value is worse.';
  const stretches = worseStretches(signal);
  if (stretches.length === 0) return 'Never worse than usual.';
  const listed = stretches
    .slice(0, MOST_LISTED)
    .map(({ startSeconds, endSeconds }) => formatTimeRange(startSeconds, endSeconds))
    .join(', ');
  return `Worse than usual at ${listed}${andMore(stretches.length - MOST_LISTED)}.`;
}

function andMore(count: number): string {
  if (count <= 0) return '';
  return count === 1 ? ' and once more' : ` and ${count} more times`;
}

/** A value that was measured. */
export interface TrackPoint {
  timeSeconds: number;
  value: number;
}

export interface TrackPoints {
  points: readonly TrackPoint[];
  /** Neighbours further apart than this were not measured as one run: nothing is known between them, in seconds. */
  breakSeconds: number;
}

/** Points this many times further apart than usual stand alone. */
const BREAK_FACTOR = 4;

export function trackPoints({ values, timesSeconds }: SignalSeries): TrackPoints {
  const points: TrackPoint[] = [];
  values.forEach((value, index) => {
    const timeSeconds = timesSeconds[index];
    if (value !== null && timeSeconds !== undefined) points.push({ timeSeconds, value });
  });
  const gaps = points.slice(1).map(({ timeSeconds }, index) => timeSeconds - (points[index]?.timeSeconds ?? 0));
  gaps.sort((a, b) => a - b);
  return { points, breakSeconds: BREAK_FACTOR * (gaps[gaps.length >> 1] ?? 0) };
}

/** The value that holds at a time; null where nothing was measured near it. */
export function valueAt({ points, breakSeconds }: TrackPoints, seconds: number): number | null {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((points[middle]?.timeSeconds ?? 0) <= seconds + 1e-6) low = middle;
    else high = middle - 1;
  }
  const point = points[low];
  return point === undefined || Math.abs(point.timeSeconds - seconds) > Math.max(breakSeconds, 0.1)
    ? null
    : point.value;
}

import type { SignalSeries } from '../../domain/signal.ts';
import { isWorse } from './track-text.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Signals that a found defect rests on come first, then those that leave what is usual on the worse side, the one that
 * does so longest before the others; those that only describe come last.
 *
 * @param cited - Ids of the signals that found defects rest on.
 */
export function rankSignals(signals: readonly SignalSeries[], cited: ReadonlySet<string> = NONE): SignalSeries[] {
  const rank = (signal: SignalSeries) =>
    canBeWorse(signal) ? worseShare(signal) + (cited.has(signal.id) ? 1 : 0) : -1;
  const shares = new Map(signals.map((signal) => [signal.id, rank(signal)]));
  return signals.toSorted((a, b) => (shares.get(b.id) ?? 0) - (shares.get(a.id) ?? 0));
}

/** The tracks to look at first: at most so many, and none that only describes, such as the place of a movement. */
export function firstTracks(signals: readonly SignalSeries[], count: number): SignalSeries[] {
  return signals.filter(canBeWorse).slice(0, count);
}

function canBeWorse({ worse }: SignalSeries): boolean {
  return worse !== 'neither';
}

/** Share of the measured values that are worse than usual, 0..1. */
function worseShare(signal: SignalSeries): number {
  let measured = 0;
  let worse = 0;
  for (const value of signal.values) {
    if (value === null) continue;
    measured++;
    if (isWorse(signal, value)) worse++;
  }
  return measured === 0 ? 0 : worse / measured;
}

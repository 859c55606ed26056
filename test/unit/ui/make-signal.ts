import type { SignalSeries } from '../../../src/domain/signal.ts';

/** A signal measured ten times a second, worse when high, usual from 0 to 2. */
export function makeSignal(values: (number | null)[], changes: Partial<SignalSeries> = {}): SignalSeries {
  return {
    id: 'flicker',
    name: 'Flicker',
    unit: 'levels',
    dimension: 'temporal_consistency',
    usual: [0, 2],
    worse: 'high',
    timesSeconds: values.map((_, index) => index / 10),
    values,
    frames: values.map((_, index) => index),
    summary: 1,
    ...changes,
  };
}

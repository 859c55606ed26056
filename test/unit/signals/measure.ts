import type { AnalysisFrame } from '../../../src/domain/frame.ts';
import type { SignalSeries } from '../../../src/domain/signal.ts';
import { SignalMeter } from '../../../src/signals/signal-meter.ts';

/** Series by id over these frames. */
export function measure(frames: readonly AnalysisFrame[]): (id: string) => SignalSeries {
  const meter = new SignalMeter();
  meter.push(frames);
  const byId = new Map(meter.series().map((series) => [series.id, series]));
  return (id) => {
    const series = byId.get(id);
    if (series === undefined) throw new Error(`no signal ${id}`);
    return series;
  };
}

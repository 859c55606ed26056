import type { AnalysisFrame } from '../src/domain/frame.ts';
import { SignalMeter } from '../src/signals/signal-meter.ts';
import { exposeApi } from './expose.ts';

const meter = new SignalMeter();

const api = {
  push: (frames: readonly AnalysisFrame[]) => meter.push(frames),
  series: () => meter.series(),
};

export type SignalsApi = typeof api;

exposeApi(api);

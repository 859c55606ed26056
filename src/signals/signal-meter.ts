import type { AnalysisFrame } from '../domain/frame.ts';
import type { SignalSeries } from '../domain/signal.ts';
import { ALL_SIGNALS } from './all-signals.ts';
import { FrameView } from './frame-view.ts';
import { PairView } from './pair-view.ts';
import type { Signal } from './signal.ts';

const SIGNIFICANT_DIGITS = 5;

/**
 * Measures all signals over a stream of frames. Keeps two frames and what was derived from them, and one number per
 * signal and frame; nothing is compared across runs.
 */
export class SignalMeter {
  private readonly signals: readonly Signal[];
  private readonly values: (number | null)[][];
  private readonly frames: number[] = [];
  private readonly timesSeconds: number[] = [];
  private lastFrame: FrameView | null = null;
  private lastPair: PairView | null = null;

  constructor(signals: readonly Signal[] = ALL_SIGNALS) {
    this.signals = signals;
    this.values = signals.map(() => []);
  }

  /** Takes the next frames in presentation order. */
  push(frames: readonly AnalysisFrame[]): void {
    for (const frame of frames) this.add(new FrameView(frame));
  }

  /** The signals over the frames so far. */
  series(): SignalSeries[] {
    return this.signals.map((signal, index) => {
      const values = this.values[index] ?? [];
      const measured = values.filter((value) => value !== null);
      const summary = measured.length === 0 ? null : signal.summarise(measured);
      return {
        id: signal.id,
        name: signal.name,
        unit: signal.unit,
        dimension: signal.dimension,
        usual: [signal.usual[0], signal.usual[1]],
        worse: signal.worse,
        timesSeconds: [...this.timesSeconds],
        values: [...values],
        frames: [...this.frames],
        summary: tidy(summary),
      };
    });
  }

  private add(view: FrameView): void {
    const previous = this.lastFrame;
    const joined = previous !== null && previous.frame.run === view.frame.run && sameSize(previous, view);
    const pair = joined ? new PairView(previous, view) : null;
    const pairBefore = joined ? this.lastPair : null;
    const position = this.frames.length;
    this.frames.push(view.frame.index);
    this.timesSeconds.push(view.frame.timeSeconds);
    this.signals.forEach((signal, index) => {
      const values = this.values[index];
      if (values === undefined) return;
      values[position] = null;
      if (signal.window === 1) values[position] = tidy(signal.measure(view));
      else if (signal.window === 2 && pair !== null) values[position] = tidy(signal.measure(pair));
      else if (signal.window === 3 && pair !== null && pairBefore !== null)
        values[position - 1] = tidy(signal.measure(pairBefore, pair));
    });
    this.lastFrame = view;
    this.lastPair = pair;
  }
}

function sameSize(a: FrameView, b: FrameView): boolean {
  return a.width === b.width && a.height === b.height;
}

/** Rounded for the report; anything that is not a finite number is no reading. */
function tidy(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

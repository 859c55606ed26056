import type { Box } from '../domain/box.ts';
import type { AnalysisFrame } from '../domain/frame.ts';
import type { SignalSeries } from '../domain/signal.ts';
import { ALL_SIGNALS } from './all-signals.ts';
import { FrameView } from './frame-view.ts';
import { PairView } from './pair-view.ts';
import type { Reading, Signal, SpacedSignal, StretchSignal } from './signal.ts';

const SIGNIFICANT_DIGITS = 5;
/** A stretch holds no more pairs than this, whatever the frame rate: each keeps its frames. */
const LONGEST_STRETCH_PAIRS = 24;
/** Rounded times do not shorten a stretch. */
const ROUNDING_SECONDS = 5e-4;

/**
 * Measures all signals over a stream of frames. Keeps the frames of the longest stretch that a signal looks back on and what was
 * derived from them, and one number per signal and frame; nothing is compared across runs.
 */
export class SignalMeter {
  private readonly signals: readonly Signal[];
  private readonly readings: Reading[][];
  private readonly frames: number[] = [];
  private readonly timesSeconds: number[] = [];
  private lastFrame: FrameView | null = null;
  /** The latest pairs of the current run, the newest last. */
  private recentPairs: PairView[] = [];

  constructor(signals: readonly Signal[] = ALL_SIGNALS) {
    this.signals = signals;
    this.readings = signals.map(() => []);
  }

  /** Takes the next frames in presentation order. */
  push(frames: readonly AnalysisFrame[]): void {
    for (const frame of frames) this.add(new FrameView(frame));
  }

  /** The signals over the frames so far. */
  series(): SignalSeries[] {
    return this.signals.map((signal, index) => {
      const readings = this.readings[index] ?? [];
      const values = readings.map(numberOf);
      const boxes = readings.map(boxOf);
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
        values,
        ...(boxes.some((box) => box !== null) ? { boxes } : {}),
        frames: [...this.frames],
        summary: tidy(summary),
      };
    });
  }

  private add(view: FrameView): void {
    const previous = this.lastFrame;
    const joined = previous !== null && previous.frame.run === view.frame.run && sameSize(previous, view);
    const pair = joined ? new PairView(previous, view) : null;
    if (pair === null) this.recentPairs = [];
    else this.recentPairs.push(pair);
    this.recentPairs.splice(0, this.recentPairs.length - LONGEST_STRETCH_PAIRS);
    const pairBefore = this.recentPairs.at(-2);
    const position = this.frames.length;
    this.frames.push(view.frame.index);
    this.timesSeconds.push(view.frame.timeSeconds);
    this.signals.forEach((signal, index) => {
      const readings = this.readings[index];
      if (readings === undefined) return;
      readings[position] = null;
      if (signal.window === 1) readings[position] = signal.measure(view);
      else if (signal.window === 2 && pair !== null) readings[position] = signal.measure(pair);
      else if (signal.window === 3 && pair !== null && pairBefore !== undefined)
        readings[position - 1] = signal.measure(pairBefore, pair);
      else if (signal.window === 'stretch') {
        const pairs = this.stretch(signal);
        if (pairs.length >= 2) readings[position - (pairs.length >> 1)] = signal.measure(pairs);
      } else if (signal.window === 'spaced') {
        const steps = this.stepsApart(signal);
        const before = this.recentPairs.at(-2 * steps)?.from;
        const middle = this.recentPairs.at(-steps)?.from;
        if (before !== undefined && middle !== undefined)
          readings[position - steps] = signal.measure(before, middle, view);
      }
    });
    this.lastFrame = view;
  }

  /** The latest pairs that a signal looks back on. */
  private stretch({ longest }: StretchSignal): PairView[] {
    if ('pairs' in longest) return this.recentPairs.slice(-longest.pairs);
    const end = this.recentPairs.at(-1)?.to.frame.timeSeconds ?? 0;
    return this.recentPairs.filter(({ from }) => end - from.frame.timeSeconds <= longest.seconds + ROUNDING_SECONDS);
  }

  /** How many frames on the next one is that a signal compares, at the latest frame rate. */
  private stepsApart({ apartSeconds }: SpacedSignal): number {
    const first = this.recentPairs[0]?.from.frame.timeSeconds ?? 0;
    const last = this.recentPairs.at(-1)?.to.frame.timeSeconds ?? 0;
    const seconds = (last - first) / Math.max(1, this.recentPairs.length);
    return Math.max(1, Math.min(LONGEST_STRETCH_PAIRS >> 1, Math.round(apartSeconds / Math.max(1e-3, seconds))));
  }
}

function sameSize(a: FrameView, b: FrameView): boolean {
  return a.width === b.width && a.height === b.height;
}

/** Rounded for the report; anything that is not a finite number is no reading. */
function tidy(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

function numberOf(reading: Reading): number | null {
  return tidy(typeof reading === 'object' ? (reading?.value ?? null) : reading);
}

function boxOf(reading: Reading): Box | null {
  return typeof reading === 'object' ? (reading?.box ?? null) : null;
}

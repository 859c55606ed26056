import type { SignalSeries } from '../domain/signal.ts';
import type { FrameView } from './frame-view.ts';
import type { PairView } from './pair-view.ts';

/** What a signal is; the docstring beside each one gives its formula and source. */
interface SignalCard {
  id: string;
  name: string;
  unit: string;
  dimension: SignalSeries['dimension'];
  worse: SignalSeries['worse'];
  /** The range values can take; an end may be infinite. */
  range: readonly [number, number];
  /** The range in which 90 % of ordinary footage lies; set from camera footage and well-rated generated clips. */
  usual: readonly [number, number];
  /** The clip's value as a whole, from the values of its frames (never called with none). */
  summarise: (values: readonly number[]) => number | null;
}

/** Measured on one frame; stands at that frame. */
export interface FrameSignal extends SignalCard {
  window: 1;
  measure: (frame: FrameView) => number | null;
}

/** Measured between a frame and the one before it in the same run; stands at the later frame. */
export interface PairSignal extends SignalCard {
  window: 2;
  measure: (pair: PairView) => number | null;
}

/** Measured over three consecutive frames of a run; stands at the middle frame. */
export interface TripleSignal extends SignalCard {
  window: 3;
  measure: (before: PairView, after: PairView) => number | null;
}

/** A signal: its card and a pure measure over a window of frames, null where nothing can be measured. */
export type Signal = FrameSignal | PairSignal | TripleSignal;

import type { Box } from '../domain/box.ts';
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

/** A value that was found in one part of the picture. */
export interface Located {
  value: number;
  box: Box;
}

/** Null where nothing can be measured. */
export type Reading = number | Located | null;

/** Measured on one frame; stands at that frame. */
export interface FrameSignal extends SignalCard {
  window: 1;
  measure: (frame: FrameView) => Reading;
}

/** Measured between a frame and the one before it in the same run; stands at the later frame. */
export interface PairSignal extends SignalCard {
  window: 2;
  measure: (pair: PairView) => Reading;
}

/** Measured over three consecutive frames of a run; stands at the middle frame. */
export interface TripleSignal extends SignalCard {
  window: 3;
  measure: (before: PairView, after: PairView) => Reading;
}

/**
 * Measured over the pairs of a stretch of one run, at least two; stands at its middle frame. At the start of a run the stretch is
 * shorter.
 */
export interface StretchSignal extends SignalCard {
  window: 'stretch';
  longest: { seconds: number } | { pairs: number };
  measure: (pairs: readonly PairView[]) => Reading;
}

/** Measured over three frames of one run, each about so many seconds after the one before; stands at the middle frame. */
export interface SpacedSignal extends SignalCard {
  window: 'spaced';
  apartSeconds: number;
  measure: (before: FrameView, middle: FrameView, after: FrameView) => Reading;
}

/** A signal: its card and a pure measure over a window of frames. */
export type Signal = FrameSignal | PairSignal | TripleSignal | StretchSignal | SpacedSignal;

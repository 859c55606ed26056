import type { Clip } from '../domain/clip.ts';
import type { ErrorData } from '../domain/error.ts';
import type { Picture, PictureRequest } from '../domain/frame.ts';
import type { Question } from '../domain/question.ts';
import type { ModelRun, ReasoningSettings, Rung } from '../domain/reasoning.ts';
import type { Report } from '../domain/report.ts';
import type { SignalSeries } from '../domain/signal.ts';
import type { Detections } from '../domain/track.ts';
import type { ValidatedKinds } from '../domain/validation.ts';
import type { Verdict } from '../domain/verdict.ts';

/** What a judge is and can do, before it is opened. */
export interface JudgeCard {
  id: string;
  name: string;
  version: string;
  /** One sentence for the person who chooses. */
  description: string;
  /** The kinds it answers, each with how well its answers held on labelled clips. */
  kinds: ValidatedKinds;
  /** Version of the data that turn what it finds into probabilities; null where it has none and gives its own. */
  calibrationVersion: string | null;
  /** What it needs, e.g. `webgpu`; empty when it runs everywhere. */
  needs: readonly string[];
  /** Bytes on disk; 0 when it ships with the app. */
  sizeBytes: number;
  licence: string;
  /** Where it runs: "cpu", "wasm", "webgpu", "browser". */
  backend: string;
  /** Whether it writes rationales, so that the settings for them matter. */
  reasons: boolean;
  /** Whether `auto` asks it only where no other judge that reasons can be. */
  fallback: boolean;
  /** Whether it answers in milliseconds, so that even a run that is stopped need not go without its answers. */
  quick: boolean;
}

/** What a judge is given to look at. */
export interface Evidence {
  clip: Clip;
  prompt: string | null;
  signals: readonly SignalSeries[];
  /** The frames that were measured. */
  frames: Report['frames'];
  /** Draws frames of the clip; one that cannot be decoded is left out. */
  pictures(requests: readonly PictureRequest[], signal: AbortSignal): Promise<Picture[]>;
}

/** What a judge tells while it works. */
export type JudgeEvent =
  | { type: 'loading'; rung: Rung; loadedBytes: number; totalBytes: number }
  | { type: 'checking'; rung: Rung }
  | { type: 'looking'; rung: Rung; done: number; total: number }
  | { type: 'answering'; rung: Rung; done: number; total: number }
  /** A rung was given up; the next one takes over. */
  | { type: 'abandoned'; rung: Rung; error: ErrorData }
  /** The rationale so far, as it is being written. */
  | { type: 'rationale'; questionId: string; text: string };

export interface JudgeOptions {
  settings: ReasoningSettings;
  onEvent: (event: JudgeEvent) => void;
}

export interface JudgeSession {
  /**
   * Answers, or says why not, one verdict for each question, in any order, as they come.
   * @param said What the judges asked before this one answered.
   * @throws LoupeError `cancelled` on abort
   */
  answer(questions: readonly Question[], said: readonly Verdict[], signal: AbortSignal): AsyncIterable<Verdict>;
  /** For a judge that can write: its answer to a plain instruction, without pictures. */
  writeText?(instruction: string, signal: AbortSignal): Promise<string>;
  /** For a model: what made its answers so far. */
  modelRun?(): ModelRun;
  /** For a judge that looks for things: what it has found; null when it did not have to look. */
  detections?(): Detections | null;
  close(): void;
}

export interface Judge {
  card: JudgeCard;
  /** Whatever fails while it opens ends in a session that says so for each question, unless the signal aborts. */
  open(evidence: Evidence, options: JudgeOptions, signal: AbortSignal): Promise<JudgeSession>;
}

/** A judge as it can be chosen: usable, or with the reason why not and what to do about it. */
export interface JudgeOffer {
  card: JudgeCard;
  unavailable: { reason: string; remedy: string } | null;
}

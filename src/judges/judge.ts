import type { Clip } from '../domain/clip.ts';
import type { Question, QuestionKind } from '../domain/question.ts';
import type { SignalSeries } from '../domain/signal.ts';
import type { Verdict } from '../domain/verdict.ts';

/** What a judge is and can do, before it is opened. */
export interface JudgeCard {
  id: string;
  name: string;
  version: string;
  /** One sentence for the person who chooses. */
  description: string;
  /** The kinds it answers, each with its validated accuracy 0..1; null where it has not been validated. */
  kinds: Partial<Record<QuestionKind, number | null>>;
  /** What it needs, e.g. `webgpu`; empty when it runs everywhere. */
  needs: readonly string[];
  /** Download in bytes; 0 when it ships with the app. */
  sizeBytes: number;
  licence: string;
  /** Where it runs: "cpu", "wasm", "webgpu". */
  backend: string;
}

/** What a judge is given to look at. */
export interface Evidence {
  clip: Clip;
  prompt: string | null;
  signals: readonly SignalSeries[];
}

export interface JudgeSession {
  /** Answers, or says why not, one verdict for each question, in any order, as they come. */
  answer(questions: readonly Question[], signal: AbortSignal): AsyncIterable<Verdict>;
  close(): void;
}

export interface Judge {
  card: JudgeCard;
  open(evidence: Evidence, signal: AbortSignal): Promise<JudgeSession>;
}

import type { Picture } from '../../domain/frame.ts';
import type { Reading, Rung, ViewName } from '../../domain/reasoning.ts';
import type { KnownAnswers } from '../../models/known-answers.ts';

/** A model's folder, as the judge worker is to load it. Everything comes from `baseUrl`; nothing else is requested. */
export interface LoadRequest {
  /** URL of the folder that holds the model's folder, ending in "/". */
  baseUrl: string;
  /** Name of the model's folder. */
  folder: string;
  rung: Rung;
  /** Hashes that files must have, by path within the folder; others are only recorded. */
  sha256: Readonly<Record<string, string>>;
  /** Logits that a fixed text must give; null where none are stored with the model. */
  knownAnswers: KnownAnswers | null;
}

/** What is known of a model once it is loaded. */
export interface LoadedModel {
  family: string;
  files: { path: string; bytes: number; sha256: string }[];
  adapter: string | null;
  threads: number | null;
  checkDeviation: number | null;
  /** Tokens it can attend to in all. */
  contextTokens: number;
}

/** How a model is to be shown frames of a clip of given display size. */
export interface FrameLayout {
  /** Size to draw each frame in; it is stretched to fit. */
  width: number;
  height: number;
  /** Tokens that one frame takes. */
  tokensPerFrame: number;
  /** Frames that one view may hold. */
  maxFrames: number;
}

/** Pictures to be seen together, with what is said about them before any question. */
export interface ViewRequest {
  name: ViewName;
  /** Text before each picture ("Frame at 1.25 s:"), one for each. */
  captions: string[];
  pictures: Picture[];
  /** Said before the pictures. */
  introduction: string;
  /** Said after the pictures, before the question; what was measured, say. "" for nothing. */
  notes: string;
}

/** A question as it is put to the model. */
export interface AskedQuestion {
  id: string;
  /** Asks for yes or no at once. */
  verdictText: string;
  /** Asks for a rationale first; null where none is wanted. */
  rationaleText: string | null;
}

export interface AskRequest {
  view: ViewName;
  questions: AskedQuestion[];
  /** 1: one greedy rationale. More: so many sampled ones. */
  votes: number;
  seed: number;
  maxReasonTokens: number;
}

/** What came of one rationale. */
export interface WrittenRationale {
  /** As written so far; may hold the protocol's tags. */
  text: string;
  /** Read at the answer slot after it; null when it ended in a loop. */
  after: Reading | null;
  ended: 'finished' | 'length' | 'loop';
}

export type AnswerEvent =
  | { type: 'before'; questionId: string; reading: Reading }
  /** The rationale so far. */
  | { type: 'text'; questionId: string; text: string }
  /** One for each vote. */
  | { type: 'rationale'; questionId: string; rationale: WrittenRationale };

export interface LoadProgress {
  stage: 'loading' | 'checking';
  loadedBytes: number;
}

/** What workers/judge.ts exposes: one model, loaded once, in a worker that ends with it, before one clip after the other. Calls come one at a time. */
export interface JudgeApi {
  /** @throws LoupeError `model_missing`, `model_invalid`, `check_failed`, `device_lost`, `out_of_memory` */
  load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<LoadedModel>;
  /** Begins with a clip: what was shown of another one before is forgotten. */
  layout(clip: { width: number; height: number }): Promise<FrameLayout>;
  /** Encodes the pictures (each once, whatever views it is in) and runs the model over the view's shared part. */
  look(view: ViewRequest, onProgress: (done: number, total: number) => void): Promise<void>;
  /**
   * Answers each question as a branch of its view. What events told is valid even if the call then fails; the worker waits until
   * the other side has taken an answer, so that none is still on its way when the call ends.
   */
  ask(request: AskRequest, onEvent: (event: AnswerEvent) => void | Promise<void>): Promise<void>;
  /** Answers a plain instruction without pictures, greedily. */
  write(instruction: string, maxTokens: number): Promise<string>;
  /** What the loaded model computes here for a fixed text. */
  knownAnswers(): Promise<KnownAnswers>;
}

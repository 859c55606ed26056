import type { Clip, Notice } from '../domain/clip.ts';
import type { Still } from '../domain/frame.ts';
import type { Profile } from '../domain/profile.ts';
import type { Progress } from '../domain/progress.ts';
import type { Question } from '../domain/question.ts';
import type { ReasoningSettings } from '../domain/reasoning.ts';
import type { Report } from '../domain/report.ts';
import type { SignalSeries } from '../domain/signal.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { JudgeEvent } from '../judges/judge.ts';

export interface EvaluationSettings {
  /** `auto`, or the id of the one judge to ask. */
  judge: string;
  gateByParents: boolean;
  profile: Profile;
  reasoning: ReasoningSettings;
}

export interface EvaluationRequest {
  file: File;
  /** null or blank: only the questions that need no prompt are asked. */
  prompt: string | null;
  settings: EvaluationSettings;
}

/** What a run tells while it goes on. */
export type EvaluationEvent =
  | { type: 'progress'; progress: Progress; remainingSeconds: number | null }
  | { type: 'clip'; clip: Clip; notices: readonly Notice[] }
  | { type: 'questions'; questions: readonly Question[] }
  /** Small pictures spread over the clip, for the timeline, as they come. */
  | { type: 'stills'; stills: readonly Still[] }
  /** The signals over the frames so far. */
  | { type: 'signals'; signals: readonly SignalSeries[] }
  /** What a judge that takes its time is doing. */
  | { type: 'judge'; judge: string; event: JudgeEvent }
  | { type: 'verdict'; verdict: Verdict };

export interface EvaluationOptions {
  /** Ends the run within a second. What is done by then is judged and reported, with a notice; before that, `cancelled`. */
  signal: AbortSignal;
  onEvent: (event: EvaluationEvent) => void;
}

export interface Evaluation {
  report: Report;
  /** The frames that answers point at or that a model was shown, and some spread over the clip. */
  stills: Still[];
}

/** The signature of the one pipeline that UI, command line and tests call; see evaluate.ts. */
export type Evaluate = (request: EvaluationRequest, options: EvaluationOptions) => Promise<Evaluation>;

import type { ErrorData } from './domain/error.ts';
import type { Question } from './domain/question.ts';
import type { Report } from './domain/report.ts';
import type { EvaluationEvent, EvaluationSettings } from './evaluate/evaluation.ts';
import type { JudgeOffer } from './judges/judge.ts';
import type { KnownAnswersFile } from './models/known-answers.ts';

/** What a run tells the command line. */
export type HeadlessEvent = Extract<EvaluationEvent, { type: 'progress' | 'judge' }>;

/** What the command line calls in the page; see cli/headless-app.ts. */
export interface HeadlessApi {
  /** Judges the file that was put into the page's file field. */
  evaluate(prompt: string | null, settings: EvaluationSettings): Promise<{ report: Report } | { error: ErrorData }>;
  listJudges(): Promise<JudgeOffer[]>;
  writeQuestions(prompts: string[]): Promise<Question[][]>;
  /** Runs the model of a folder on the processor; see evaluate/known-answers.ts. */
  computeKnownAnswers(folder: string): Promise<{ answers: KnownAnswersFile } | { error: ErrorData }>;
}

declare global {
  interface Window {
    loupe?: HeadlessApi;
    /** Put in by the command line before the page loads. */
    onLoupeEvent?: (event: HeadlessEvent) => void;
  }
}

import type { ErrorData } from './domain/error.ts';
import type { Progress } from './domain/progress.ts';
import type { Question } from './domain/question.ts';
import type { Report } from './domain/report.ts';

/** What the command line calls in the page; see cli/headless-app.ts. */
export interface HeadlessApi {
  /** Judges the file that was put into the page's file field. */
  evaluate(prompt: string | null, judge: string): Promise<{ report: Report } | { error: ErrorData }>;
  writeQuestions(prompts: string[]): Promise<Question[][]>;
}

declare global {
  interface Window {
    loupe?: HeadlessApi;
    /** Put in by the command line before the page loads. */
    onLoupeProgress?: (progress: Progress) => void;
  }
}

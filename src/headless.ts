import { type ErrorData, LoupeError } from './domain/error.ts';
import { EQUAL_PROFILE } from './domain/profile.ts';
import type { Progress } from './domain/progress.ts';
import type { Question } from './domain/question.ts';
import type { Report } from './domain/report.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { writeQuestions } from './evaluate/write-questions.ts';

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

window.loupe = {
  async evaluate(prompt, judge) {
    try {
      const input = document.querySelector<HTMLInputElement>('#clip');
      const file = input?.files?.[0];
      if (file === undefined) throw new LoupeError('internal', 'The page was given no file.');
      const { report } = await evaluate(
        { file, prompt, settings: { judge, gateByParents: false, profile: EQUAL_PROFILE } },
        {
          signal: new AbortController().signal,
          onEvent: (event) => {
            if (event.type === 'progress') window.onLoupeProgress?.(event.progress);
          },
        },
      );
      return { report };
    } catch (reason) {
      return { error: LoupeError.from(reason).toData() };
    }
  },

  writeQuestions: (prompts) => writeQuestions(prompts, new AbortController().signal),
};

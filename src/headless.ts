import { LoupeError } from './domain/error.ts';
import { evaluate } from './evaluate/evaluate.ts';
import type { EvaluationEvent } from './evaluate/evaluation.ts';
import { listJudges } from './evaluate/judges.ts';
import { computeKnownAnswers } from './evaluate/known-answers.ts';
import { writeQuestions } from './evaluate/write-questions.ts';
import type { HeadlessApi } from './headless-api.ts';

const api: HeadlessApi = {
  async evaluate(prompt, settings) {
    try {
      const input = document.querySelector<HTMLInputElement>('#clip');
      const file = input?.files?.[0];
      if (file === undefined) throw new LoupeError('internal', 'The page was given no file.');
      const { signal } = new AbortController();
      const { report } = await evaluate({ file, prompt, settings }, { signal, onEvent: passOn });
      return { report };
    } catch (reason) {
      return { error: LoupeError.from(reason).toData() };
    }
  },

  listJudges: () => listJudges(),

  writeQuestions: (prompts) => writeQuestions(prompts, new AbortController().signal),

  async computeKnownAnswers(folder) {
    try {
      return { answers: await computeKnownAnswers(folder, new AbortController().signal) };
    } catch (reason) {
      return { error: LoupeError.from(reason).toData() };
    }
  },
};

/** A rationale is told word by word, which nobody reads on a command line. */
function passOn(event: EvaluationEvent): void {
  if (event.type === 'progress' || (event.type === 'judge' && event.event.type !== 'rationale'))
    window.onLoupeEvent?.(event);
}

window.loupe = api;

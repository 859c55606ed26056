import { LoupeError } from './domain/error.ts';
import { EQUAL_PROFILE } from './domain/profile.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { writeQuestions } from './evaluate/write-questions.ts';
import type { HeadlessApi } from './headless-api.ts';

const api: HeadlessApi = {
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

window.loupe = api;

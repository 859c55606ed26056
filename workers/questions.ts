import type { Question } from '../src/domain/question.ts';
import { writeQuestions } from '../src/questions/write-questions.ts';
import { exposeApi } from './expose.ts';

const api = {
  /** One list of questions for each prompt; null stands for no prompt. */
  writeQuestions: (prompts: readonly (string | null)[]): Question[][] =>
    prompts.map((prompt) => writeQuestions(prompt)),
};

export type QuestionsApi = typeof api;

exposeApi(api);

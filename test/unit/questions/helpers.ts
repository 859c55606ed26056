import type { Question } from '../../../src/domain/question.ts';
import { CLIP_QUESTIONS } from '../../../src/questions/clip-questions.ts';
import { writeQuestions } from '../../../src/questions/write-questions.ts';

const CLIP_IDS = new Set(CLIP_QUESTIONS.map((question) => question.id));

/** The questions about a prompt, without those asked of every clip. */
export function askedAbout(prompt: string): Question[] {
  return writeQuestions(prompt).filter((question) => !CLIP_IDS.has(question.id));
}

export function textsFor(prompt: string): string[] {
  return askedAbout(prompt).map((question) => question.text);
}

export function find(prompt: string, text: string): Question {
  const question = askedAbout(prompt).find((each) => each.text === text);
  if (question === undefined) throw new Error(`“${text}” is not among:\n${textsFor(prompt).join('\n')}`);
  return question;
}

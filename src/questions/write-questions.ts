import type { Question } from '../domain/question.ts';
import { CLIP_QUESTIONS } from './clip-questions.ts';
import { promptQuestions } from './grammar/prompt-questions.ts';

/**
 * The questions asked of a clip: first what the prompt calls for, then those about the clip as a whole.
 * @param prompt as typed; null or without words gives the questions that need no prompt
 */
export function writeQuestions(prompt: string | null): Question[] {
  return [...(prompt === null ? [] : promptQuestions(prompt)), ...CLIP_QUESTIONS];
}

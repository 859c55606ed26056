import { cancelled } from '../domain/error.ts';
import type { Question } from '../domain/question.ts';
import { startQuestionWriter } from './workers.ts';

/** Writes the questions of each prompt in a worker: parsing a long prompt would hold up the page. */
export async function writeQuestions(prompts: readonly (string | null)[], signal: AbortSignal): Promise<Question[][]> {
  if (signal.aborted) throw cancelled();
  const writer = startQuestionWriter();
  try {
    return await writer.call((remote) => remote.writeQuestions(prompts), signal);
  } finally {
    writer.terminate();
  }
}

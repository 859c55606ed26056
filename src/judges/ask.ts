import type { Question } from '../domain/question.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Evidence, Judge } from './judge.ts';

/** Asks each judge all questions and passes on its verdicts as they come, one judge after the other. */
export async function* askJudges(
  judges: readonly Judge[],
  evidence: Evidence,
  questions: readonly Question[],
  signal: AbortSignal,
): AsyncGenerator<Verdict> {
  for (const judge of judges) {
    const session = await judge.open(evidence, signal);
    try {
      yield* session.answer(questions, signal);
    } finally {
      session.close();
    }
  }
}

/**
 * Puts the verdict that counts first for each question, in the order of the questions: an answer before none, then the
 * judge with the best validated accuracy for the question's kind (one that was never validated comes last). What a judge
 * could not answer is dropped where another could.
 */
export function rankVerdicts(
  questions: readonly Question[],
  verdicts: readonly Verdict[],
  judges: readonly Judge[],
): Verdict[] {
  const cards = new Map(judges.map(({ card }) => [card.id, card]));
  return questions.flatMap((question) => {
    const own = verdicts.filter((verdict) => verdict.questionId === question.id);
    const accuracy = (verdict: Verdict) => cards.get(verdict.judge)?.kinds[question.kind] ?? -1;
    const answered = own.filter((verdict) => verdict.status === 'answered');
    if (answered.length > 0) return answered.sort((a, b) => accuracy(b) - accuracy(a));
    return own.slice(0, 1);
  });
}

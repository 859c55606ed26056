import type { Question } from '../domain/question.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Judge, JudgeCard } from './judge.ts';

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
    const accuracy = (verdict: Verdict) => cards.get(verdict.judge)?.kinds[question.kind]?.accuracy ?? -1;
    const answered = own.filter((verdict) => verdict.status === 'answered');
    if (answered.length > 0) return answered.sort((a, b) => accuracy(b) - accuracy(a));
    return tellingReason(question, own, cards);
  });
}

/**
 * Of several reasons why there is no answer, the one of the last judge that answers such questions as a rule: those
 * before it, or one that never answers them, could only refer to it.
 */
function tellingReason(
  { kind }: Question,
  verdicts: readonly Verdict[],
  cards: ReadonlyMap<string, JudgeCard>,
): Verdict[] {
  const able = verdicts.filter(({ judge }) => cards.get(judge)?.kinds[kind] !== undefined);
  return (able.length > 0 ? able : verdicts).slice(-1);
}

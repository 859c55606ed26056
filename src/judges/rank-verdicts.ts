import type { Question } from '../domain/question.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Judge, JudgeCard } from './judge.ts';

/**
 * Puts the verdict that counts first for each question, in the order of the questions: an answer before none, then the
 * judge with the best validated accuracy for the question's kind (a model to fall back on comes behind these, one that was never
 * validated last). What a judge could not answer is dropped where another could.
 */
export function rankVerdicts(
  questions: readonly Question[],
  verdicts: readonly Verdict[],
  judges: readonly Judge[],
): Verdict[] {
  const cards = new Map(judges.map(({ card }) => [card.id, card]));
  return questions.flatMap((question) => {
    const own = verdicts.filter((verdict) => verdict.questionId === question.id);
    const accuracy = (verdict: Verdict) => accuracyOf(cards.get(verdict.judge), question);
    const answered = own.filter((verdict) => verdict.status === 'answered');
    if (answered.length > 0) return answered.sort((a, b) => accuracy(b) - accuracy(a));
    return tellingReason(question, own, cards);
  });
}

/** Under every validated one, over one that was never validated. */
const FALLBACK = -0.5;

/**
 * A model to fall back on was right on clips that were damaged on purpose; how that compares with what others were checked on, what
 * people said of clips, is not known.
 */
function accuracyOf(card: JudgeCard | undefined, { kind }: Question): number {
  const accuracy = card?.kinds[kind]?.accuracy ?? -1;
  return card?.fallback && accuracy >= 0 ? FALLBACK : accuracy;
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

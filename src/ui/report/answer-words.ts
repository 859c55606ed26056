import { isReliable } from '../../domain/scoring.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { formatPercent } from '../format.ts';
import { type QuestionReading, STANDING_WORDS } from './reading.ts';

/** The answer in a word or two: "Yes 92 %", "Uncertain 54 %", "Not assessed". The number is the probability of that answer. */
export function answerWords({ standing, verdict }: QuestionReading): string {
  if (standing === 'unassessed' || standing === 'not_applicable' || standing === 'muted' || verdict === null)
    return STANDING_WORDS[standing];
  return verdictWords(verdict);
}

export function verdictWords(verdict: Verdict): string {
  if (verdict.status === 'unassessed') return STANDING_WORDS.unassessed;
  const { pYes, hard } = verdict;
  const yes = pYes >= 0.5;
  const word = isReliable(verdict) ? (yes ? 'Yes' : 'No') : 'Uncertain';
  return hard ? word : `${word} ${formatPercent(yes ? pYes : 1 - pYes)}`;
}

import type { Dimension } from '../../../src/domain/dimension.ts';
import type { QuestionKind } from '../../../src/domain/question.ts';
import type { Report } from '../../../src/domain/report.ts';
import { answerScore } from '../../../src/domain/scoring.ts';
import type { SecondsSpan } from './make/cases.ts';
import type { Scope, Strength } from './make/defect.ts';
import type { Origin } from './make/sources.ts';

/** How one kind of question about the whole clip was answered. */
export interface KindOutcome {
  pYes: number;
  /** Score of the answer, 0..1; under ½ it is a bad one. */
  score: number;
  /** The moments it names, the worst first. */
  moments: SecondsSpan[];
}

/** What a report says of one clip of the bench. */
export interface Outcome {
  source: string;
  origin: Origin;
  /** null for the clean clip. */
  defect: string | null;
  strength: Strength | null;
  scope: Scope | null;
  /** When the defect shows; empty for clean clips and defects of the whole. */
  shows: SecondsSpan[];
  dimensions: Partial<Record<Dimension, number>>;
  kinds: Partial<Record<QuestionKind, KindOutcome>>;
}

export type OutcomeId = Pick<Outcome, 'source' | 'origin' | 'defect' | 'strength' | 'scope' | 'shows'>;

/** Reads scores, answers and moments from a report. */
export function outcomeOf(id: OutcomeId, report: Report): Outcome {
  const dimensions: Outcome['dimensions'] = {};
  for (const [dimension, { score }] of Object.entries(report.dimensions) as [Dimension, { score: number | null }][])
    if (score !== null) dimensions[dimension] = score;
  const kinds: Outcome['kinds'] = {};
  for (const question of report.questions) {
    const verdict = report.verdicts.find((found) => found.questionId === question.id);
    if (verdict?.status !== 'answered') continue;
    kinds[question.kind] = {
      pYes: verdict.pYes,
      score: answerScore(question.polarity, verdict.pYes),
      moments: verdict.moments.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
    };
  }
  return { ...id, dimensions, kinds };
}

export const isBad = (answer: KindOutcome | undefined): boolean => answer !== undefined && answer.score < 0.5;

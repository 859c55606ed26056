import type { QuestionKind } from '../../domain/question.ts';
import type { Report } from '../../domain/report.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';
import { trustWords } from '../validation-words.ts';

/** How far to trust an answer, in a sentence or two; null where the report does not tell, as those of older versions. */
export function trustIn(
  { judge: id, hard }: AnsweredVerdict,
  kind: QuestionKind,
  judges: Report['judges'],
): string | null {
  const judge = judges.find((candidate) => candidate.id === id);
  const validation = judge?.kinds?.[kind];
  if (judge === undefined || validation === undefined) return null;
  // An answer without a probability has none that could be off.
  return trustWords(validation === null || !hard ? validation : { ...validation, calibrationError: null }, judge.name);
}

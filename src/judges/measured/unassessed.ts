import type { Question, QuestionKind } from '../../domain/question.ts';
import { REASONING_JUDGE } from '../remedy.ts';
import type { NoAnswer } from './answer.ts';

const RECOGNISES = 'needs a judge that recognises things; the measured judge only measures pixels';
const UNDERSTANDS = 'needs a judge that understands the scene; the measured judge only measures pixels';

/** What each kind would take, as the end of "This …". */
const NEEDS: Partial<Record<QuestionKind, string>> = {
  action: 'needs a judge that recognises actions; the measured judge only measures pixels',
  rendered_text: 'needs a judge that reads text; the measured judge only measures pixels',
  style: 'needs a judge that recognises styles; the measured judge only measures pixels',
  identity_stable:
    'needs a judge that follows one thing through the clip; the measured judge only measures the whole picture',
  dislocation:
    'needs a judge that follows one thing through the clip; the measured judge only measures the whole picture',
  physics: UNDERSTANDS,
  permanence: UNDERSTANDS,
  common_sense: UNDERSTANDS,
  anatomy: UNDERSTANDS,
};

/** Why the measured judge leaves a question alone. */
export function whyUnassessed(question: Question, answersKind: boolean): NoAnswer {
  if (answersKind)
    return {
      reason: `This is about ${question.entity ?? 'one thing'} alone; the measured judge measures the whole picture and cannot find one thing in it.`,
      remedy: REASONING_JUDGE,
    };
  return { reason: `This ${NEEDS[question.kind] ?? RECOGNISES}.`, remedy: REASONING_JUDGE };
}

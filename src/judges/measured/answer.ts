import type { Question } from '../../domain/question.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';
import type { Calibration } from './calibration.ts';
import type { MeasuredEvidence } from './evidence.ts';

/** What the judge found for one question. */
export type Answer = Pick<AnsweredVerdict, 'pYes' | 'reason' | 'moments' | 'measurements'>;

/** Why there is no answer, and what would get one. */
export interface NoAnswer {
  reason: string;
  remedy: string;
}

export type AnswerOrNot = Answer | NoAnswer;

/** Answers the questions of one kind from the measured evidence. */
export type Answerer = (question: Question, evidence: MeasuredEvidence, calibration: Calibration) => AnswerOrNot;

export function isAnswer(found: AnswerOrNot): found is Answer {
  return 'pYes' in found;
}

export const OTHER_JUDGE = 'Choose a judge with a vision model to have it answered.';

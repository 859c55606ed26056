import type { Question } from '../../domain/question.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';
import type { Calibration } from './calibration.ts';
import type { MeasuredEvidence } from './evidence.ts';

/** What the judge found for one question. */
export interface Answer extends Pick<AnsweredVerdict, 'pYes' | 'moments' | 'measurements'> {
  /** One short sentence. */
  finding: string;
  /** The evidence for it, in sentences; may be empty. */
  because: string;
}

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

import type { Question } from '../../domain/question.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';
import type { Calibration } from './calibration.ts';
import type { DetectedEvidence } from './evidence.ts';
import type { Subject } from './subject.ts';

/** What the judge found for one question. */
export type Answer = Pick<AnsweredVerdict, 'pYes' | 'reason' | 'moments' | 'tracks'>;

/** Why there is no answer, and what would get one. */
export interface NoAnswer {
  reason: string;
  remedy: string;
}

/**
 * Answers the questions of one kind from what was found.
 * @param subject what the question is about; for one about the whole clip, the first thing that the prompt names
 */
export type Answerer = (
  question: Question,
  subject: Subject,
  evidence: DetectedEvidence,
  calibration: Calibration,
) => Answer | NoAnswer;

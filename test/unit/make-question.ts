import type { Question } from '../../src/domain/question.ts';
import type { AnsweredVerdict, UnassessedVerdict } from '../../src/domain/verdict.ts';

/** A question with everything a test does not care about filled in. */
export function makeQuestion(id: string, changes: Partial<Question> = {}): Question {
  return {
    id,
    dimension: 'visual_quality',
    text: `Is ${id} there?`,
    polarity: 'positive',
    kind: 'clarity',
    parents: [],
    entity: null,
    source: 'grammar',
    weight: 1,
    muted: false,
    ...changes,
  };
}

export function makeAnswer(questionId: string, pYes: number, changes: Partial<AnsweredVerdict> = {}): AnsweredVerdict {
  return {
    questionId,
    judge: 'test',
    status: 'answered',
    reason: '',
    pYes,
    mass: 1,
    hard: false,
    moments: [],
    measurements: [],
    ...changes,
  };
}

export function makeUnassessed(questionId: string, judge = 'test'): UnassessedVerdict {
  return { questionId, judge, status: 'unassessed', reason: 'cannot see', remedy: '' };
}

import type { ReasoningSettings, ViewName } from '../../domain/reasoning.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';
import { citedMoments, type SeenFrame } from '../vision-language/cited-times.ts';
import { visibleReason } from '../vision-language/reason-text.ts';
import type { StructuredAnswer } from './structured-answer.ts';

export interface AnswerParts {
  questionId: string;
  judge: string;
  view: ViewName;
  seen: readonly SeenFrame[];
  durationSeconds: number;
  depth: ReasoningSettings['depth'];
  /** What was answered, once for each vote that could be read; at least one. */
  answers: readonly [StructuredAnswer, ...StructuredAnswer[]];
  /** Votes asked for. */
  votes: number;
}

/** Makes one verdict of answers without probabilities: a single one is hard, several count by how often each was given. */
export function builtInVerdict(parts: AnswerParts): AnsweredVerdict {
  const { questionId, judge, view, seen, durationSeconds, depth, answers, votes } = parts;
  const yes = answers.filter(({ answer }) => answer === 'yes').length;
  const pYes = yes / answers.length;
  const said = pYes >= 0.5 ? 'yes' : 'no';
  const told = answers.find(({ answer }) => answer === said) ?? answers[0];
  const reason = visibleReason(told.reason);
  return {
    status: 'answered',
    questionId,
    judge,
    pYes,
    mass: 1,
    hard: votes === 1,
    reason: reason || `The browser’s model answers ${said} from ${seen.length} pictures${withoutReason(depth)}`,
    moments: citedMoments(reason, seen, durationSeconds),
    measurements: [],
    rationale: {
      view,
      frames: [...new Set(seen.map(({ index }) => index))],
      before: null,
      after: null,
      votes: votes === 1 ? null : { yes, no: answers.length - yes },
      ended: depth === 'quick' ? 'skipped' : 'finished',
    },
  };
}

function withoutReason(depth: ReasoningSettings['depth']): string {
  return depth === 'quick' ? '; it was not asked for a reason.' : ', and wrote no reason.';
}

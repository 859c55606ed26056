import type { QuestionKind } from '../../domain/question.ts';
import type { Answerer } from './answer.ts';
import { count } from './answers/count.ts';
import { entityAbsent, entityPresent } from './answers/presence.ts';

/** What the judge answers, by kind of question. */
export const ANSWERERS: Partial<Record<QuestionKind, Answerer>> = {
  entity_present: entityPresent,
  entity_absent: entityAbsent,
  count,
};

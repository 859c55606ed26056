import type { QuestionKind } from '../../domain/question.ts';
import type { Answerer } from './answer.ts';
import { count } from './answers/count.ts';
import { framing } from './answers/framing.ts';
import { motion } from './answers/motion.ts';
import { permanence } from './answers/permanence.ts';
import { entityAbsent, entityPresent } from './answers/presence.ts';
import { relation } from './answers/relation.ts';

/** What the judge answers of a thing, by kind of question. */
export const ANSWERERS: Partial<Record<QuestionKind, Answerer>> = {
  entity_present: entityPresent,
  entity_absent: entityAbsent,
  count,
  motion_present: motion,
  relation,
};

/** What it answers of the clip as a whole, where it looks at things anyway. */
export const CLIP_ANSWERERS: Partial<Record<QuestionKind, Answerer>> = { camera: framing, permanence };

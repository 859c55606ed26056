import { REASONING_JUDGE } from '../../remedy.ts';
import type { Answerer } from '../answer.ts';
import { stretchesSeen } from '../moments.ts';
import { countOf, withArticle } from '../words.ts';

/** More than this run into one another too often to be counted. */
const MOST_COUNTED = 5;

/** Are there as many as the prompt says? */
export const count: Answerer = (
  question,
  { label },
  evidence,
  { count: { pSame, validation }, presence: { unsure } },
) => {
  if (label !== 'person')
    return { reason: `Counting was tested on people alone, not on ${withArticle(label)}.`, remedy: REASONING_JUDGE };
  if (question.count === undefined) return { reason: 'The question names no exact number.', remedy: REASONING_JUDGE };
  const found = evidence.count(label);
  const reason = `The detectors count ${countOf(found, label)} in most frames.`;
  const miss = Math.abs(found - question.count);
  const pYes = pSame[miss > 1 ? 2 : miss > 0 ? 1 : 0];
  const isNone = found === 0 && evidence.presence(label) > unsure[0];
  if (isNone || Math.max(found, question.count) > MOST_COUNTED)
    return { reason: `${reason} That is no number to rely on.`, remedy: REASONING_JUDGE };
  return {
    pYes,
    reason:
      miss === 1
        ? `${reason} In clips that it was not fitted to, a count is right ${Math.round(100 * validation.accuracy)} times in 100.`
        : reason,
    moments: stretchesSeen(
      evidence.tracksOf(label).flatMap(({ points }) => points),
      evidence.frames,
      `${countOf(found, label)} can be counted`,
      evidence.clip,
    ),
    tracks: evidence.tracksOf(label).map(({ id }) => id),
  };
};

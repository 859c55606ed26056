import { areaOf } from '../../../detectors/boxes.ts';
import type { Question } from '../../../domain/question.ts';
import { median } from '../../../domain/statistics.ts';
import { REASONING_JUDGE } from '../../remedy.ts';
import type { Answerer } from '../answer.ts';
import { stretchesSeen } from '../moments.ts';
import { withArticle } from '../words.ts';

export type Framing = 'close-up' | 'wide shot';

const PATTERNS: readonly (readonly [pattern: RegExp, framing: Framing])[] = [
  [/^is (?:this|the clip|it) an? (?:extreme )?close-?\s?up\b[^,]*\?$/iu, 'close-up'],
  [/^is (?:this|the clip|it) an? (?:extreme )?(?:wide|long) shot\b[^,]*\?$/iu, 'wide shot'],
];

/** What a question about the camera asks of the size of things in the picture; null where it asks for something else. */
export function framingOf({ kind, text }: Question): Framing | null {
  if (kind !== 'camera') return null;
  return PATTERNS.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null;
}

/** Is what the prompt is about shown from near, or small in its surroundings? By the share of the frame that its box takes. */
export const framing: Answerer = (question, { label }, evidence, { framing: model, presence: { unsure } }) => {
  const asked = framingOf(question);
  if (asked === null)
    return { reason: 'Of a shot the detectors tell only how large things are in it.', remedy: REASONING_JUDGE };
  const seen = evidence.seen(label);
  const { clip, frames } = evidence;
  const area = median(seen.map(({ box }) => areaOf(box) / (clip.width * clip.height)));
  const height = median(seen.map(({ box }) => box.height / clip.height));
  if (area === null || height === null || evidence.presence(label) < unsure[1] || seen.length < frames.length / 4)
    return { reason: `Whether there is ${withArticle(label)} at all is not sure enough.`, remedy: REASONING_JUDGE };
  const takes = `Where it is found, ${withArticle(label)} takes ${Math.round(100 * area)} % of the picture and ${Math.round(100 * height)} % of its height.`;
  const isNear = area >= model.nearArea;
  const isFar = asked === 'close-up' ? area <= model.farArea : height <= model.farHeight;
  if (!isNear && !isFar) return { reason: `${takes} That may be called either.`, remedy: REASONING_JUDGE };
  return {
    pYes: isNear === (asked === 'close-up') ? model.pSame : 1 - model.pSame,
    reason: takes,
    moments: stretchesSeen(seen, frames, `${withArticle(label)} is seen`, clip),
    tracks: evidence.tracksOf(label).map(({ id }) => id),
  };
};

import type { Polarity, QuestionKind } from '../../../src/domain/question.ts';
import { CLIP_QUESTIONS } from '../../../src/questions/clip-questions.ts';

/** A way to ask about a kind. */
export interface Wording {
  text: string;
  polarity: Polarity;
}

const good = (text: string): Wording => ({ text, polarity: 'positive' });
const bad = (text: string): Wording => ({ text, polarity: 'negative' });

/** Other wordings than the product's own, of both polarities, so that the answer hangs on the question and not on the kind. */
const PARAPHRASES = {
  clarity: [bad('Is the picture blurry or out of focus?'), good('Are edges and fine details sharp?')],
  noise: [good('Is the picture clean, without noise?'), bad('Is there visible noise in the picture?')],
  compression: [
    good('Is the picture free of blocks and bands?'),
    bad('Are there coding blocks or bands in the picture?'),
  ],
  exposure: [bad('Is the picture too dark or too bright?'), good('Is the brightness of the picture right?')],
  colour: [bad('Are the colours washed out or tinted?'), good('Do the colours look natural and lively?')],
  flicker: [good('Does the brightness stay steady from frame to frame?'), bad('Does the picture flicker?')],
  freeze: [good('Does every frame differ from the one before?'), bad('Does the picture stand still for a while?')],
  cut: [good('Is this one shot without a cut?'), bad('Is there a sudden cut to another picture?')],
  smoothness: [bad('Does the motion jump or stutter?'), good('Does everything move evenly?')],
  deformation: [good('Do things keep their shape?'), bad('Does part of the picture bend or melt?')],
  permanence: [good('Does everything that is there stay there?'), bad('Does something pop up or vanish at once?')],
  motion_present: [bad('Does everything stand still?'), good('Is there something that moves?')],
  motion_range: [bad('Is there little motion in the clip?'), good('Do things move fast or far?')],
} satisfies Partial<Record<QuestionKind, readonly Wording[]>>;

export type TaughtKind = keyof typeof PARAPHRASES;

/** The kinds that are taught: what can be learnt from frames alone. */
export const TAUGHT_KINDS = Object.keys(PARAPHRASES) as TaughtKind[];

/** All wordings of a kind, the product's own first. */
export function wordingsOf(kind: TaughtKind): Wording[] {
  const own = CLIP_QUESTIONS.filter((question) => question.kind === kind);
  return [...own.map(({ text, polarity }) => ({ text, polarity })), ...PARAPHRASES[kind]];
}

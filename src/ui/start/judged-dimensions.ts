import { DIMENSION_TEXT, DIMENSIONS, type Dimension } from '../../domain/dimension.ts';
import type { JudgeCard } from '../../judges/judge.ts';
import { CLIP_QUESTIONS } from '../../questions/clip-questions.ts';

/** What a judge can answer about any clip, by the names of the dimensions: "Judges visual quality, motion." */
export function judgedDimensions({ kinds }: JudgeCard): string {
  const judged = DIMENSIONS.filter((dimension) => isJudged(dimension, kinds));
  if (judged.length === DIMENSIONS.length) return 'Judges all five dimensions.';
  const names = judged.map((dimension) => DIMENSION_TEXT[dimension].name.toLowerCase());
  return names.length === 0 ? 'Judges nothing about the whole clip.' : `Judges ${names.join(', ')}.`;
}

function isJudged(dimension: Dimension, kinds: JudgeCard['kinds']): boolean {
  // Without a prompt no question is about it; with one, the first is whether its things are there.
  if (dimension === 'text_to_video_alignment') return 'entity_present' in kinds;
  return CLIP_QUESTIONS.some((question) => question.dimension === dimension && question.kind in kinds);
}

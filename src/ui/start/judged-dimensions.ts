import { DIMENSION_TEXT, DIMENSIONS } from '../../domain/dimension.ts';
import type { JudgeCard } from '../../judges/judge.ts';
import { CLIP_QUESTIONS } from '../../questions/clip-questions.ts';

/** What a judge can answer about any clip, by the names of the dimensions: "Judges visual quality, motion". */
export function judgedDimensions({ kinds }: JudgeCard): string {
  const names = DIMENSIONS.filter((dimension) =>
    CLIP_QUESTIONS.some((question) => question.dimension === dimension && question.kind in kinds),
  ).map((dimension) => DIMENSION_TEXT[dimension].name.toLowerCase());
  return names.length === 0 ? 'Judges nothing about the whole clip' : `Judges ${names.join(', ')}`;
}

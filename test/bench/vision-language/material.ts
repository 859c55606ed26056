import type { Picture } from '../../../src/domain/frame.ts';
import type { ViewRequest } from '../../../src/judges/vision-language/judge-api.ts';
import { sharedText } from '../../../src/judges/vision-language/prompt-text.ts';
import { writeQuestions } from '../../../src/questions/write-questions.ts';
import { syntheticPicture } from '../../browser/vision-language/synthetic-view.ts';

/** Frames of a view on the processor. */
export const FRAMES = 8;
export const QUESTIONS = 20;

/**
 * Tokens of each rationale. Random weights never end by themselves, so each is as long as this; fewer than a loop must have to
 * be taken for one.
 */
export const RATIONALE_TOKENS = 20;

/** What the app allows for one rationale. */
export const LONGEST_RATIONALE = 112;

export const CLIP = { width: 1280, height: 720, durationSeconds: 5 };

const PROMPT =
  'A red ball rolls across a wooden table while a green ribbon flutters behind it, warm light, static camera.';

/** The view that the app shows first, of frames in the size that the model takes. */
export function benchView(width: number, height: number): ViewRequest & { pictures: Picture[] } {
  const pictures = Array.from({ length: FRAMES }, (_, i) => ({
    ...syntheticPicture(i, width, height),
    timeSeconds: (i * CLIP.durationSeconds) / FRAMES,
  }));
  const timesSeconds = pictures.map(({ timeSeconds }) => timeSeconds);
  const { durationSeconds } = CLIP;
  return { name: 'overview', pictures, ...sharedText({ name: 'overview', timesSeconds, durationSeconds, notes: '' }) };
}

/** Questions as the app asks them: those that the grammar finds in a prompt, then those about every clip. */
export const benchQuestions = () => writeQuestions(PROMPT).slice(0, QUESTIONS);

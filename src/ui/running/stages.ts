import type { Stage } from '../../domain/progress.ts';

/** What each stage does, in words for a person, and what it counts. */
export const STAGE_TEXT: Readonly<Record<Stage, { name: string; unit: string | null }>> = {
  probe: { name: 'Reading the file', unit: null },
  questions: { name: 'Writing the questions', unit: 'question' },
  frames: { name: 'Looking at the frames', unit: 'frame' },
  judge: { name: 'Answering the questions', unit: 'answer' },
  report: { name: 'Adding up', unit: null },
};

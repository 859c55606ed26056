import type { Dimension } from '../domain/dimension.ts';
import type { Polarity, Question, QuestionKind } from '../domain/question.ts';

/**
 * Questions that count more or less than 1 beside the others of their dimension. People rate a picture by its sharpness, what it is
 * like over time by its smoothness, and motion by how much there is, before all else. With these weights scores agree better with
 * ratings than with equal ones.
 */
const WEIGHTS: Partial<Record<QuestionKind, number>> = {
  clarity: 4,
  flicker: 3,
  smoothness: 4,
  deformation: 2,
  freeze: 0.5,
  motion_present: 0.3,
};

function clipQuestion(dimension: Dimension, kind: QuestionKind, polarity: Polarity, text: string): Question {
  return {
    id: `clip.${kind}`,
    dimension,
    text,
    polarity,
    kind,
    parents: [],
    entity: null,
    source: 'grammar',
    weight: WEIGHTS[kind] ?? 1,
    muted: false,
  };
}

/** The questions about the whole clip: they need no prompt and are asked of every clip. One per kind. */
export const CLIP_QUESTIONS: readonly Question[] = [
  clipQuestion('visual_quality', 'clarity', 'positive', 'Is the picture sharp and clear, without blur?'),
  clipQuestion('visual_quality', 'noise', 'negative', 'Is the picture grainy or speckled with noise?'),
  clipQuestion('visual_quality', 'compression', 'negative', 'Does the picture show compression blocks or bands?'),
  clipQuestion(
    'visual_quality',
    'exposure',
    'positive',
    'Is the picture well exposed, with detail in dark and bright parts?',
  ),
  clipQuestion(
    'visual_quality',
    'colour',
    'positive',
    'Are contrast and colours lively, neither washed out nor tinted?',
  ),
  clipQuestion(
    'temporal_consistency',
    'flicker',
    'negative',
    'Does brightness or texture flicker from frame to frame?',
  ),
  clipQuestion('temporal_consistency', 'freeze', 'negative', 'Does the picture freeze or repeat frames?'),
  clipQuestion('temporal_consistency', 'cut', 'negative', 'Does the clip jump suddenly to another picture?'),
  clipQuestion('temporal_consistency', 'smoothness', 'positive', 'Is the motion smooth, without judder?'),
  clipQuestion(
    'temporal_consistency',
    'deformation',
    'negative',
    'Do things warp or melt in ways their motion does not explain?',
  ),
  clipQuestion('factual_consistency', 'physics', 'positive', 'Do things move and touch the way physics makes them?'),
  clipQuestion('factual_consistency', 'permanence', 'negative', 'Does anything vanish or appear without a cause?'),
  clipQuestion('dynamic_degree', 'motion_present', 'positive', 'Does anything in the clip visibly move?'),
  clipQuestion('dynamic_degree', 'motion_range', 'positive', 'Is there a lot of motion in the clip?'),
];

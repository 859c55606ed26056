import type { QuestionKind } from '../../../domain/question.ts';
import type { Answerer } from '../answer.ts';
import { probability } from '../evidence.ts';
import { compare } from '../words.ts';

function motionAnswerer(kind: QuestionKind, signals: readonly string[], yes: string, no: string): Answerer {
  return (_question, evidence, calibration) => {
    const model = calibration.kinds[kind];
    const pYes = model === undefined ? null : probability(model, evidence);
    if (pYes === null)
      return {
        reason: 'Motion needs at least two consecutive frames of 12 pixels or more on each side.',
        remedy: 'Give a longer or larger clip.',
      };
    const measurements = evidence.measurements(signals);
    const [first] = measurements;
    const opening = pYes >= 0.5 ? yes : no;
    return {
      pYes,
      reason: `${opening} ${first === undefined ? '' : compare(first)}`.trim(),
      moments: [],
      measurements,
    };
  };
}

export const motionPresent = motionAnswerer(
  'motion_present',
  ['motion_amount', 'layout_change', 'subject_motion', 'moving_area'],
  'Something moves.',
  'Hardly anything moves.',
);

export const motionRange = motionAnswerer(
  'motion_range',
  ['motion_amount', 'layout_change', 'frame_change', 'moving_area'],
  'There is much motion.',
  'There is little motion.',
);

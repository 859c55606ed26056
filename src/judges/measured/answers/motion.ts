import type { QuestionKind } from '../../../domain/question.ts';
import type { Answerer } from '../answer.ts';
import type { Model, Term } from '../calibration.ts';
import { type MeasuredEvidence, probability, scaled, statistic } from '../evidence.ts';
import { lowerFirst, withUnit } from '../words.ts';

/** What is found up to and without each pYes, from the least on. */
type Bands = readonly (readonly [below: number, finding: string])[];

function motionAnswerer(kind: QuestionKind, signals: readonly string[], bands: Bands): Answerer {
  return (_question, evidence, calibration) => {
    const model = calibration.kinds[kind];
    const pYes = model === undefined ? null : probability(model, evidence);
    if (model === undefined || pYes === null)
      return {
        reason: 'Motion needs at least two consecutive frames of 12 pixels or more on each side.',
        remedy: 'Give a longer or larger clip.',
      };
    return {
      pYes,
      finding: (bands.find(([below]) => pYes < below) ?? bands.at(-1))?.[1] ?? '',
      because: drivers(model, pYes, evidence),
      moments: [],
      measurements: evidence.measurementsFor(model, signals),
    };
  };
}

/**
 * The values the model decided by, the one that speaks most for the answer first: by its weight times its distance from
 * the middle of what is usual, on the scale the model reads.
 */
function drivers(model: Model, pYes: number, evidence: MeasuredEvidence): string {
  const sign = pYes >= 0.5 ? 1 : -1;
  const said = model.terms
    .map((term) => {
      const series = evidence.series(term.signal);
      const value = statistic(term.statistic, evidence.values(term.signal));
      if (series === null || value === null) return null;
      const [low, high] = series.usual;
      const middle = (scaled(low, term.scale) + scaled(high, term.scale)) / 2;
      const contribution = sign * term.weight * (scaled(value, term.scale) - middle);
      return { contribution, text: `${series.name} ${STATISTIC_WORDS[term.statistic](withUnit(value, series.unit))}` };
    })
    .filter((driver) => driver !== null)
    .sort((a, b) => b.contribution - a.contribution)
    .map(({ text }, position) => (position === 0 ? text : lowerFirst(text)));
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

const STATISTIC_WORDS: Record<Term['statistic'], (value: string) => string> = {
  mean: (value) => `is ${value} on average`,
  median: (value) => `is ${value}`,
  q10: (value) => `is at most ${value} in one frame of ten`,
  q25: (value) => `is at most ${value} in a quarter of the frames`,
  q75: (value) => `is at least ${value} in a quarter of the frames`,
  q90: (value) => `reaches ${value} in one frame of ten`,
  max: (value) => `reaches ${value}`,
  spread: (value) => `varies by ${value}`,
};

export const motionPresent = motionAnswerer(
  'motion_present',
  ['frame_change', 'change_concentration', 'subject_motion', 'moving_area'],
  [
    [0.25, 'Hardly anything moves.'],
    [0.5, 'Little moves.'],
    [0.75, 'Something moves.'],
    [1, 'Something clearly moves.'],
  ],
);

export const motionRange = motionAnswerer(
  'motion_range',
  ['frame_change', 'layout_change', 'motion_amount', 'moving_area'],
  [
    [0.25, 'There is little motion.'],
    [0.5, 'There is some motion, not a lot.'],
    [0.75, 'There is a lot of motion.'],
    [1, 'There is very much motion.'],
  ],
);

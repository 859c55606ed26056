import { DETECTOR_LABELS, type DetectorLabel } from '../../src/detectors/lexicon/labels.ts';
import { quantile } from '../../src/domain/statistics.ts';
import type { Calibration, PresenceModel } from '../../src/judges/detected/calibration.ts';
import { type PresenceScores, presence, presenceScores } from '../../src/judges/detected/presence-model.ts';
import { type Example, fitLogistic } from '../measured/logistic-fit.ts';
import { calibrationErrorOf, type Prediction } from '../measured/validation.ts';
import type { LabelledLook } from './labelled-looks.ts';
import { rounded } from './rounded.ts';

/** One thing in one clip: there or not. */
interface Case {
  group: string;
  label: DetectorLabel;
  scores: PresenceScores;
  there: boolean;
}

const QUANTILE = 0.75;
const UNSURE: [number, number] = [0.25, 0.75];
/** From this logit on a thing is answered as there. */
const SURE_LOGIT = Math.log(UNSURE[1] / (1 - UNSURE[1]));
/** Share of clips without a thing in which it may be answered as there. */
const MOST_FALSE_ALARMS = 0.02;
const PENALTY = 0.01;
/** Logits that differ by less are the same. */
const STEP = 0.1;

/** Held in a hand, or not much larger. */
const OFTEN_MISSED: DetectorLabel[] = [
  ...([
    'traffic light',
    'stop sign',
    'parking meter',
    'backpack',
    'handbag',
    'tie',
    'frisbee',
    'skis',
    'snowboard',
  ] as const),
  ...(['sports ball', 'kite', 'baseball bat', 'baseball glove', 'skateboard', 'surfboard', 'tennis racket'] as const),
  ...(['bottle', 'wine glass', 'cup', 'fork', 'knife', 'spoon', 'sink', 'mouse', 'remote', 'keyboard'] as const),
  ...(['cell phone', 'toaster', 'book', 'clock', 'vase', 'scissors', 'hair drier', 'toothbrush', 'carrot'] as const),
];

export function fitPresence(looks: readonly LabelledLook[]): Calibration['presence'] {
  const cases = looks.flatMap(casesOf);
  const judged = [...new Set(cases.map(({ group }) => group))].flatMap((held) => {
    const models = fitModels(cases.filter(({ group }) => group !== held));
    const heldCases = cases.filter(({ group }) => group === held);
    return heldCases.map((one) => ({ ...one, ...judge(one, models) }));
  });
  const share = (there: boolean, read: (one: (typeof judged)[number]) => boolean): number => {
    const those = judged.filter((one) => one.there === there);
    return those.filter(read).length / those.length;
  };
  const right = (there: boolean) =>
    share(there, ({ answer }) => answer === there) / share(there, ({ answer }) => answer !== null);
  const there = cases.filter((one) => one.there).length;
  return {
    ...fitModels(cases),
    quantile: QUANTILE,
    unsure: UNSURE,
    oftenMissed: OFTEN_MISSED,
    validation: {
      accuracy: rounded((right(true) + right(false)) / 2),
      calibrationError: rounded(calibrationErrorOf(predictions(judged)) ?? 1),
      clips: looks.length,
    },
    coverage: rounded(
      (share(true, ({ answer }) => answer !== null) + share(false, ({ answer }) => answer !== null)) / 2,
    ),
    fittedTo: `things seen by eye (${looks.length} clips, ${there} things there)`,
  };
}

/** A case as far as it was answered; there and not there weigh the same. */
function predictions(judged: readonly (Case & { answer: boolean | null; pYes: number })[]): Prediction[] {
  const answered = judged.filter(({ answer }) => answer !== null);
  const there = answered.filter((one) => one.there).length;
  return answered.map(({ pYes, there: isThere }) => ({
    pYes,
    target: isThere ? 1 : 0,
    weight: isThere ? 1 / there : 1 / (answered.length - there),
  }));
}

/** One case for each class that a person could decide on. */
function casesOf({ seen, frames }: LabelledLook): Case[] {
  return DETECTOR_LABELS.flatMap((label): Case[] => {
    if (seen.unclear.has(label)) return [];
    if (label === 'person' && (seen.person === 'part' || seen.person === 'unclear')) return [];
    const there = label === 'person' ? seen.person === 'yes' : seen.things.has(label);
    return [{ group: seen.group, label, there, scores: presenceScores(frames, label, QUANTILE) }];
  });
}

type Fitted = Pick<Calibration['presence'], 'person' | 'thing' | 'doubted'>;

function fitModels(cases: readonly Case[]): Fitted {
  const people = cases.filter(({ label }) => label === 'person');
  const things = cases.filter(({ label }) => label !== 'person');
  const person = fitLogistic(
    examples(people, ({ object, pose }) => [object, pose]),
    [1, 1],
    PENALTY,
  );
  const thing = fitLogistic(
    examples(things, ({ object }) => [object]),
    [1],
    PENALTY,
  );
  const ofThings = { bias: rounded(thing.bias), object: rounded(thing.weights[0] ?? 0), pose: 0 };
  return {
    person: {
      bias: rounded(person.bias),
      object: rounded(person.weights[0] ?? 0),
      pose: rounded(person.weights[1] ?? 0),
    },
    thing: ofThings,
    doubted: doubts(things, ofThings),
  };
}

/**
 * There and not there weigh the same: what a prompt names is there far more often than what it does not. Cases that hardly differ
 * are put together, as most of the thousands do.
 */
function examples(cases: readonly Case[], read: (scores: PresenceScores) => number[]): Example[] {
  const there = cases.filter((one) => one.there).length;
  const byValue = new Map<string, Example>();
  for (const one of cases) {
    const features = read(one.scores).map((value) => Math.round(value / STEP) * STEP);
    const target = one.there ? 1 : 0;
    const weight = one.there ? 1 / there : 1 / (cases.length - there);
    const key = `${target} ${features}`;
    const same = byValue.get(key);
    if (same === undefined) byValue.set(key, { features, target, weight });
    else same.weight += weight;
  }
  return [...byValue.values()];
}

/** What has to be taken off the bias of each thing so that few clips without it are answered as if they had it. */
function doubts(cases: readonly Case[], model: PresenceModel): Calibration['presence']['doubted'] {
  const doubted: Calibration['presence']['doubted'] = {};
  for (const label of DETECTOR_LABELS) {
    if (label === 'person') continue;
    const absent = cases.filter((one) => one.label === label && !one.there);
    const object = quantile(
      absent.map(({ scores }) => scores.object),
      1 - MOST_FALSE_ALARMS,
    );
    if (object === null) continue;
    const excess = model.bias + model.object * object - SURE_LOGIT;
    if (excess > 0) doubted[label] = rounded(excess);
  }
  return doubted;
}

/** What the judge would say: there, not there, or nothing. */
function judge({ label, scores }: Case, { person, thing, doubted }: Fitted): { pYes: number; answer: boolean | null } {
  const pYes = presence(label === 'person' ? person : thing, scores, doubted[label] ?? 0);
  if (pYes >= UNSURE[1]) return { pYes, answer: true };
  return { pYes, answer: pYes <= UNSURE[0] && !OFTEN_MISSED.includes(label) ? false : null };
}

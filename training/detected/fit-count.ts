import { countThings } from '../../src/detectors/counting.ts';
import type { Calibration } from '../../src/judges/detected/calibration.ts';
import type { LabelledLook } from './labelled-looks.ts';
import { rounded } from './rounded.ts';

interface Setting {
  leastScore: number;
  quantile: number;
}

const SETTINGS: readonly Setting[] = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55].flatMap((leastScore) =>
  [0.5, 0.6, 0.7, 0.8].map((quantile) => ({ leastScore, quantile })),
);

interface Case {
  group: string;
  people: number;
  /** Number found, by setting. */
  found: readonly number[];
}

export function fitCount(looks: readonly LabelledLook[]): Calibration['count'] {
  const cases = looks.flatMap(({ seen, frames }): Case[] => {
    const { group, people } = seen;
    if (people === null || people === 0) return [];
    return [
      {
        group,
        people,
        found: SETTINGS.map(({ leastScore, quantile }) => countThings(frames, 'person', leastScore, quantile)),
      },
    ];
  });
  const best = bestSetting(cases);
  const held = cases.map((one) => {
    const setting = bestSetting(cases.filter(({ group }) => group !== one.group));
    return Math.abs(one.people - (one.found[setting] ?? 0));
  });
  const setting = SETTINGS[best] ?? { leastScore: 0, quantile: 0 };
  const share = (list: readonly number[], read: (miss: number) => boolean) => list.filter(read).length / list.length;
  // Of clips that the setting was not chosen on: on its own ones it is right more often.
  const same = rounded(share(held, (miss) => miss === 0));
  process.stderr.write(
    `counts: exact ${share(held, (m) => m === 0)}, within one ${share(held, (m) => m <= 1)} of ${held.length}\n`,
  );
  return {
    ...setting,
    // Of the clips that show another number, half of those found one off are taken for the number asked for.
    pSame: [same, rounded((1 - same) / 2), 0.02],
    // Whether as many as asked for are there: probabilities are shares of the same clips, so no error of theirs is told.
    validation: { accuracy: same, calibrationError: null, clips: cases.length },
    coverage: 1,
    fittedTo: `people counted by eye (${cases.length} clips with 1 to 5 people)`,
  };
}

/** The setting that is right most often; of several, the one that is far off least often, then the first. */
function bestSetting(cases: readonly Case[]): number {
  const loss = (setting: number): number =>
    cases.reduce((sum, { people, found }) => {
      const miss = Math.abs(people - (found[setting] ?? 0));
      return sum + (miss === 0 ? 0 : miss === 1 ? 1 : 2);
    }, 0);
  return SETTINGS.map((_, setting) => setting).sort((a, b) => loss(a) - loss(b))[0] ?? 0;
}

import { describe, expect, it } from 'vitest';
import { ALL_DEFECTS } from '../../bench/defects/make/all-defects.ts';
import type { Strength } from '../../bench/defects/make/defect.ts';
import { isBad, type Outcome } from '../../bench/defects/outcome.ts';
import { overlap } from '../../bench/defects/overlap.ts';
import { rankCorrelation } from '../../bench/defects/rank-correlation.ts';
import { fallsFurther, falseAlarms, pooled, summariseDefect } from '../../bench/defects/summarise.ts';

const clean = (source: string, steady: number): Outcome => ({
  source,
  origin: 'camera',
  defect: null,
  strength: null,
  scope: null,
  shows: [],
  dimensions: { temporal_consistency: steady, visual_quality: 0.8 },
  kinds: { freeze: { pYes: 0.1, score: 0.9, moments: [] }, clarity: { pYes: 0.3, score: 0.3, moments: [] } },
});

function frozenClip(source: string, strength: Strength, steady: number, moment: [number, number] | null): Outcome {
  const freeze = {
    pYes: moment === null ? 0.2 : 0.9,
    score: moment === null ? 0.8 : 0.1,
    moments: moment === null ? [] : [moment],
  };
  return {
    ...clean(source, steady),
    defect: 'freeze',
    strength,
    scope: 'window',
    shows: [[1, 2]],
    kinds: { freeze },
    dimensions: { temporal_consistency: steady, visual_quality: strength === 'strong' ? 0.6 : 0.8 },
  };
}

describe('summariseDefect', () => {
  const freeze = ALL_DEFECTS.find(({ id }) => id === 'freeze');
  if (freeze === undefined) throw new Error('There is no freeze.');
  const outcomes = [
    clean('a', 0.9),
    frozenClip('a', 'mild', 0.9, null),
    frozenClip('a', 'medium', 0.8, [1.1, 2]),
    frozenClip('a', 'strong', 0.7, [1, 2.2]),
    clean('b', 0.9),
    frozenClip('b', 'mild', 0.7, [1, 2]),
    frozenClip('b', 'medium', 0.8, [2.5, 3]),
    frozenClip('b', 'strong', 0.6, [1, 2]),
  ];
  const summary = summariseDefect(freeze, 'window', outcomes);

  it('counts falls, bad answers and right moments per strength', () => {
    expect(summary?.falls).toEqual({
      mild: { share: 0.5, of: 2 },
      medium: { share: 1, of: 2 },
      strong: { share: 1, of: 2 },
    });
    expect(summary?.bad.mild).toEqual({ share: 0.5, of: 2 });
    expect(summary?.moments).toEqual({
      mild: { share: 0.5, of: 2 },
      medium: { share: 0.5, of: 2 },
      strong: { share: 1, of: 2 },
    });
    expect(summary?.monotone).toEqual({ share: 0.5, of: 2 });
  });

  it('tells which other dimensions moved', () => {
    expect(summary?.others.visual_quality?.moved).toEqual({ share: 2 / 6, of: 6 });
    expect(summary?.others.visual_quality?.related).toBe(false);
  });

  it('counts bad answers on clean clips as false alarms', () => {
    const alarms = falseAlarms('camera', ['freeze', 'clarity', 'noise'], outcomes);
    expect(alarms.kinds).toEqual({ freeze: { share: 0, of: 2 }, clarity: { share: 1, of: 2 } });
    expect(alarms.answers).toEqual({ share: 0.5, of: 4 });
    expect(alarms.anyAlarm.share).toBe(1);
    expect(isBad(undefined)).toBe(false);
  });
});

describe('fallsFurther', () => {
  it('wants a fall in the end and no rise between', () => {
    expect(fallsFurther([0.05, 0.1, 0.2])).toBe(true);
    expect(fallsFurther([0, 0, 0.02])).toBe(true);
    expect(fallsFurther([0.05, 0.02, 0.2])).toBe(false);
    expect(fallsFurther([0, 0, 0])).toBe(false);
  });
});

describe('overlap', () => {
  it('is the shared length over the covered length', () => {
    expect(overlap([1, 2], [1.5, 2.5])).toBeCloseTo(1 / 3);
    expect(overlap([1, 2], [3, 4])).toBe(0);
    expect(overlap([1, 2], [1, 2])).toBe(1);
  });

  it('widens short spans to half a second about their middle', () => {
    expect(overlap([1, 1.04], [1, 1.02])).toBeGreaterThan(0.9);
    expect(overlap([1, 1], [1.25, 1.25])).toBeCloseTo(1 / 3);
  });
});

describe('pooled', () => {
  it('weighs shares by their cases and leaves empty ones out', () => {
    expect(
      pooled([
        { share: 1, of: 1 },
        { share: 0, of: 3 },
        { share: null, of: 0 },
      ]),
    ).toEqual({ share: 0.25, of: 4 });
    expect(pooled([])).toEqual({ share: null, of: 0 });
  });
});

describe('rankCorrelation', () => {
  it('follows ranks, not values, and shares ranks among equals', () => {
    expect(
      rankCorrelation([
        [1, 1],
        [2, 10],
        [3, 1000],
      ]),
    ).toBeCloseTo(1);
    expect(
      rankCorrelation([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).toBeCloseTo(-1);
    expect(
      rankCorrelation([
        [1, 1],
        [1, 2],
        [2, 3],
      ]),
    ).toBeCloseTo(0.866, 3);
  });

  it('tells nothing of two pairs or of a constant', () => {
    expect(
      rankCorrelation([
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull();
    expect(
      rankCorrelation([
        [1, 1],
        [1, 2],
        [1, 3],
      ]),
    ).toBeNull();
  });
});

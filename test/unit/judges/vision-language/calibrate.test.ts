import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../src/judges/vision-language/calibrate.ts';

const calibration = {
  version: '1',
  kinds: { clarity: { scale: 0.5, shift: -1 }, noise: { scale: 2, shift: 0.3 } },
  atOnce: { clarity: { scale: 2, shift: 0 } },
};
const logit = (p: number) => Math.log(p / (1 - p));

describe('calibrate', () => {
  it('maps the logit of the good answer', () => {
    const said = calibrate(calibration, { kind: 'clarity', polarity: 'positive' }, 0.9, true);
    expect(logit(said)).toBeCloseTo(0.5 * logit(0.9) - 1);
  });

  it('has another map where no reason was written', () => {
    const said = calibrate(calibration, { kind: 'clarity', polarity: 'positive' }, 0.9, false);
    expect(logit(said)).toBeCloseTo(2 * logit(0.9));
    expect(calibrate(calibration, { kind: 'noise', polarity: 'positive' }, 0.9, false)).toBe(0.9);
  });

  it('says the same of a question and of its opposite', () => {
    const positive = calibrate(calibration, { kind: 'noise', polarity: 'positive' }, 0.7, true);
    const negative = calibrate(calibration, { kind: 'noise', polarity: 'negative' }, 0.3, true);
    expect(negative).toBeCloseTo(1 - positive);
  });

  it('leaves alone what it has no map for', () => {
    expect(calibrate(calibration, { kind: 'cut', polarity: 'positive' }, 0.2, true)).toBe(0.2);
    expect(calibrate(null, { kind: 'clarity', polarity: 'positive' }, 0.2, true)).toBe(0.2);
  });

  it('stays a probability at the ends', () => {
    for (const pYes of [0, 1]) {
      const said = calibrate(calibration, { kind: 'noise', polarity: 'positive' }, pYes, true);
      expect(said).toBeGreaterThanOrEqual(0);
      expect(said).toBeLessThanOrEqual(1);
    }
  });
});

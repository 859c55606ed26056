import { describe, expect, test } from 'vitest';
import { accuracyOf, calibrationErrorOf } from '../../../training/measured/validation.ts';

const said = (pYes: number, target: number, weight = 1) => ({ pYes, target, weight });

describe('accuracy', () => {
  test('is the share on the right side of ½; labels at ½ do not count', () => {
    expect(accuracyOf([said(0.9, 1), said(0.4, 0), said(0.6, 0.2), said(0.1, 0.5)])).toBeCloseTo(2 / 3);
    expect(accuracyOf([said(0.4, 0.5)])).toBeNull();
  });
});

describe('expected calibration error', () => {
  test('is 0 where each bin says what is so, on average', () => {
    expect(calibrationErrorOf([said(0.75, 1), said(0.75, 1), said(0.75, 1), said(0.75, 0)])).toBeCloseTo(0);
  });

  test('is the mean distance over bins by weight, whatever the direction', () => {
    expect(calibrationErrorOf([said(0.9, 0), said(0.1, 1)])).toBeCloseTo(0.9);
    expect(calibrationErrorOf([said(0.9, 0, 1), said(0.05, 0.05, 3)])).toBeCloseTo(0.225);
    expect(calibrationErrorOf([])).toBeNull();
  });

  test('takes pYes of 1 into the last bin', () => {
    expect(calibrationErrorOf([said(1, 1), said(0.95, 1)])).toBeCloseTo(0.025);
  });
});

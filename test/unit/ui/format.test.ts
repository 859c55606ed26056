import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatNumber,
  formatQuantity,
  formatRemaining,
  formatScore,
  formatUsual,
} from '../../../src/ui/format.ts';

describe('format', () => {
  it.each([
    [0, '00'],
    [0.044, '04'],
    [0.82, '82'],
    [1, '100'],
  ])('writes the score %d as %s', (score, text) => expect(formatScore(score)).toBe(text));

  it.each([
    [4211.7, '4212'],
    [12.34, '12.3'],
    [1.5, '1.5'],
    [0.0312, '0.031'],
    [0, '0'],
    [-8, '−8'],
    [Number.NaN, '–'],
  ])('writes %d as %s', (value, text) => expect(formatNumber(value)).toBe(text));

  it('puts units behind numbers, and none where there is none', () => {
    expect(formatQuantity(4.5678, 'levels')).toBe('4.57 levels');
    expect(formatQuantity(3, '')).toBe('3');
  });

  it('keeps a dash apart from a sign', () => {
    expect(formatUsual([15, 40], 'levels')).toBe('15–40 levels');
    expect(formatUsual([-8, 8], '%')).toBe('−8 to 8 %');
  });

  it.each([
    [999, '999 B'],
    [1500, '2 KB'],
    [1_234_567, '1.2 MB'],
    [2_000_000_000, '2.0 GB'],
  ])('writes %d bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [2, 'a few seconds'],
    [17, 'about 20 s'],
    [130, 'about 3 min'],
  ])('rounds %d seconds left to %s', (seconds, text) => expect(formatRemaining(seconds)).toBe(text));
});

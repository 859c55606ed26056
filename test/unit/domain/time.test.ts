import { describe, expect, it } from 'vitest';
import { formatTime, formatTimeRange } from '../../../src/domain/time.ts';

describe('formatTime', () => {
  it.each([
    [0, '0:00.0'],
    [2.14, '0:02.1'],
    [9.96, '0:10.0'],
    [59.97, '1:00.0'],
    [61.5, '1:01.5'],
    [600, '10:00.0'],
    [-1, '0:00.0'],
  ])('writes %f s as %s', (seconds, text) => {
    expect(formatTime(seconds)).toBe(text);
  });

  it('joins a stretch, and collapses one that reads the same', () => {
    expect(formatTimeRange(2.1, 2.9)).toBe('0:02.1–0:02.9');
    expect(formatTimeRange(2.11, 2.13)).toBe('0:02.1');
  });
});

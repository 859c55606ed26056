import { describe, expect, it } from 'vitest';
import { placeWords } from '../../../src/domain/box.ts';

const around = (x: number, y: number, size = 0.2) => ({
  x: x - size / 2,
  y: y - size / 2,
  width: size,
  height: size,
});

describe('the place of a box in words', () => {
  it.each([
    [0.2, 0.2, 'in the upper left'],
    [0.5, 0.2, 'at the top'],
    [0.8, 0.5, 'at the right'],
    [0.5, 0.5, 'in the middle'],
    [0.2, 0.8, 'in the lower left'],
    [0.5, 0.85, 'at the bottom'],
  ])('%d, %d is %s', (x, y, words) => {
    expect(placeWords(around(x, y))).toBe(words);
  });

  it('is no place where it fills the picture, and an edge counts as inside', () => {
    expect(placeWords(around(0.5, 0.5, 0.9))).toBe('in most of the picture');
    expect(placeWords({ x: 1, y: 1, width: 0, height: 0 })).toBe('in the lower right');
  });
});

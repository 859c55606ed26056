import { describe, expect, test } from 'vitest';
import { fitLongEdge, smallSize, turnPlane } from '../../../src/video/geometry.ts';

describe('fitLongEdge', () => {
  test('keeps the aspect, never enlarges, never vanishes', () => {
    expect(smallSize({ width: 1920, height: 1080 })).toEqual({ width: 256, height: 144 });
    expect(smallSize({ width: 1080, height: 1920 })).toEqual({ width: 144, height: 256 });
    expect(smallSize({ width: 8, height: 8 })).toEqual({ width: 8, height: 8 });
    expect(fitLongEdge({ width: 5000, height: 2 }, 256)).toEqual({ width: 256, height: 1 });
  });
});

describe('turnPlane', () => {
  const plane = Uint8Array.from([1, 2, 3, 4, 5, 6]);
  const size = { width: 3, height: 2 };
  const turn = (rotation: 0 | 90 | 180 | 270, flip = false) => [...turnPlane(plane, size, { rotation, flip })];

  test('turns clockwise, then flips about the vertical axis', () => {
    expect(turn(0)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(turn(90)).toEqual([4, 1, 5, 2, 6, 3]);
    expect(turn(180)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(turn(270)).toEqual([3, 6, 2, 5, 1, 4]);
    expect(turn(0, true)).toEqual([3, 2, 1, 6, 5, 4]);
    expect(turn(90, true)).toEqual([1, 4, 2, 5, 3, 6]);
  });
});

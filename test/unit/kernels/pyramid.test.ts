import { describe, expect, test } from 'vitest';
import { buildPyramid, type Plane } from '../../../src/signals/plane.ts';
import { texture } from '../signals/synthetic-frames.ts';
import { at, planeOf } from './planes.ts';

const scene = texture(5);

/** The formula, without regard for speed; sums are in double precision, planes in single. */
function smoothed(plane: Plane): Plane {
  const rows = planeOf(plane.width, plane.height, (x, y) => {
    return (at(plane, x - 1, y) + 2 * at(plane, x, y) + at(plane, x + 1, y)) / 4;
  });
  return planeOf(
    plane.width,
    plane.height,
    (x, y) => (at(rows, x, y - 1) + 2 * at(rows, x, y) + at(rows, x, y + 1)) / 4,
  );
}

function halved(plane: Plane): Plane {
  return planeOf(plane.width >> 1, plane.height >> 1, (x, y) => {
    const upper = at(plane, 2 * x, 2 * y) + at(plane, 2 * x + 1, 2 * y);
    return (upper + at(plane, 2 * x, 2 * y + 1) + at(plane, 2 * x + 1, 2 * y + 1)) / 4;
  });
}

describe.each([
  [64, 36],
  [37, 23],
  [5, 3],
  [2, 9],
  [1, 1],
])('a pyramid of %i × %i', (width, height) => {
  const plane = planeOf(width, height, scene);
  const levels = buildPyramid(plane, 3, 1);

  test('is the smoothed plane and its halvings', () => {
    let expected = smoothed(plane);
    for (const level of levels) {
      expect({ ...level }).toMatchObject(expected);
      expected = halved(expected);
    }
  });

  test('has central differences, at the edges half the one-sided one', () => {
    for (const level of levels) {
      const { width, height } = level;
      expect(level.gradientX).toEqual(
        planeOf(width, height, (x, y) => (at(level, x + 1, y) - at(level, x - 1, y)) / 2).data,
      );
      expect(level.gradientY).toEqual(
        planeOf(width, height, (x, y) => (at(level, x, y + 1) - at(level, x, y - 1)) / 2).data,
      );
    }
  });
});

test('levels end before the short edge falls under the smallest', () => {
  const sizes = buildPyramid(planeOf(100, 40, scene), 9, 10).map(({ width, height }) => [width, height]);
  expect(sizes).toEqual([
    [100, 40],
    [50, 20],
    [25, 10],
  ]);
});

import { describe, expect, test } from 'vitest';
import {
  blockDifferences,
  laplacianMoments,
  meanDifference,
  meanSecondDifference,
  moments,
} from '../../../src/signals/plane-statistics.ts';
import { texture } from '../signals/synthetic-frames.ts';
import { at, planeOf } from './planes.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

describe.each([
  [32, 24],
  [37, 19],
  [9, 3],
  [3, 8],
])('of %i × %i samples', (width, height) => {
  const [a, b, c] = [
    planeOf(width, height, texture(1)),
    planeOf(width, height, texture(2)),
    planeOf(width, height, texture(3)),
  ];
  const places = Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)] as const);

  test('moments', () => {
    const expected = { mean: mean([...a.data]), deviation: deviation([...a.data]) };
    expect(moments(a.data).mean).toBeCloseTo(expected.mean, 8);
    expect(moments(a.data).deviation).toBeCloseTo(expected.deviation, 6);
  });

  test('moments of the Laplacian', () => {
    const inner = places.filter(([x, y]) => x > 0 && y > 0 && x < width - 1 && y < height - 1);
    const values = inner.map(
      ([x, y]) => 4 * at(a, x, y) - at(a, x - 1, y) - at(a, x + 1, y) - at(a, x, y - 1) - at(a, x, y + 1),
    );
    expect(laplacianMoments(a)?.mean).toBeCloseTo(mean(values), 8);
    expect(laplacianMoments(a)?.deviation).toBeCloseTo(deviation(values), 6);
  });

  test('differences', () => {
    const first = places.map(([x, y]) => Math.abs(at(a, x, y) - at(b, x, y)));
    const second = places.map(([x, y]) => Math.abs(at(a, x, y) - 2 * at(b, x, y) + at(c, x, y)));
    expect(meanDifference(a.data, b.data)).toBeCloseTo(mean(first), 8);
    expect(meanSecondDifference(a.data, b.data, c.data)).toBeCloseTo(mean(second), 8);
  });

  test('differences of blocks', () => {
    const blocks = blockDifferences(a, b, 8);
    expect(blocks).toMatchObject({ columns: Math.ceil(width / 8), rows: Math.ceil(height / 8) });
    blocks.values.forEach((value, block) => {
      const column = block % blocks.columns;
      const row = Math.floor(block / blocks.columns);
      const inside = places.filter(([x, y]) => x >> 3 === column && y >> 3 === row);
      expect(value).toBeCloseTo(mean(inside.map(([x, y]) => Math.abs(at(a, x, y) - at(b, x, y)))), 4);
    });
  });
});

test('a plane without an inside has no Laplacian', () => {
  expect(laplacianMoments(planeOf(2, 9, texture(1)))).toBeNull();
});

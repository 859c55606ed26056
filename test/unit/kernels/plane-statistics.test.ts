import { describe, expect, test } from 'vitest';
import { countsAt, kernels, Room } from '../../../src/kernels/kernels.ts';
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

test('levels are counted rounded, and those beyond two bounds with them', () => {
  const data = Float32Array.of(-1, 0, 0.49, 0.5, 2.5, 3, 3.01, 100, 251.9, 252, 255, 300, 7);
  const room = new Room();
  const placed = room.put(data);
  const counts = room.take(256);
  kernels.histogram(placed, data.length, counts);
  const expected = new Uint32Array(256);
  for (const value of data) {
    const level = Math.max(0, Math.min(255, Math.round(value)));
    expected[level] = (expected[level] ?? 0) + 1;
  }
  expect(countsAt(counts, 256)).toEqual(expected);
  expect(kernels.beyond(placed, data.length, 3, 252)).toBe(9);
});

test('bytes are counted', () => {
  const data = Uint8Array.from({ length: 77 }, (_, i) => (i * i) % 256);
  const room = new Room();
  const counts = room.take(256);
  kernels.byteHistogram(room.put(data), data.length, counts);
  const expected = new Uint32Array(256);
  for (const value of data) expected[value] = (expected[value] ?? 0) + 1;
  expect(countsAt(counts, 256)).toEqual(expected);
});

test('a plane without an inside has no Laplacian', () => {
  expect(laplacianMoments(planeOf(2, 9, texture(1)))).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaAverage, type Channel } from '../../../src/kernels/area-average.ts';

const plane = (width: number, height: number, values: number[]): Channel => ({
  data: Uint8Array.from(values),
  offset: 0,
  stride: width,
  step: 1,
  width,
  height,
});

/** The definition, one pixel pair at a time. */
function byDefinition({ data, offset, stride, step, width, height }: Channel, w: number, h: number): number[] {
  const overlap = (i: number, from: number, to: number) => Math.max(0, Math.min(i + 1, to) - Math.max(i, from));
  return Array.from({ length: w * h }, (_, target) => {
    const x = target % w;
    const y = Math.floor(target / w);
    let sum = 0;
    let area = 0;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const part =
          overlap(column, (x * width) / w, ((x + 1) * width) / w) *
          overlap(row, (y * height) / h, ((y + 1) * height) / h);
        sum += part * (data[offset + row * stride + column * step] ?? 0);
        area += part;
      }
    }
    return sum / area;
  });
}

describe('areaAverage', () => {
  test('is the mean of whole blocks', () => {
    expect([...areaAverage(plane(4, 2, [0, 10, 20, 30, 40, 50, 60, 70]), 2, 1)]).toEqual([25, 45]);
  });

  test('weights pixels on a border by the part inside', () => {
    const [left, right] = areaAverage(plane(3, 1, [0, 90, 240]), 2, 1);
    expect(left).toBeCloseTo(30);
    expect(right).toBeCloseTo(190);
  });

  test('changes nothing at the same size and repeats pixels where it enlarges', () => {
    expect([...areaAverage(plane(2, 2, [1, 2, 3, 4]), 2, 2)]).toEqual([1, 2, 3, 4]);
    expect([...areaAverage(plane(1, 1, [7]), 3, 2)].map(Math.round)).toEqual([7, 7, 7, 7, 7, 7]);
  });

  test('agrees with the definition for any size, stride and step', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 23 }),
      height: fc.integer({ min: 1, max: 23 }),
      w: fc.integer({ min: 1, max: 12 }),
      h: fc.integer({ min: 1, max: 12 }),
      step: fc.integer({ min: 1, max: 4 }),
      padding: fc.integer({ min: 0, max: 5 }),
      offset: fc.integer({ min: 0, max: 5 }),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(sizes, ({ width, height, w, h, step, padding, offset, seed }) => {
        const stride = width * step + padding;
        const data = Uint8Array.from({ length: offset + stride * height }, (_, i) => (i * i * seed + 31 * i) % 256);
        const channel = { data, offset, stride, step, width, height };
        const actual = areaAverage(channel, w, h);
        byDefinition(channel, w, h).forEach((value, i) => {
          expect(actual[i]).toBeCloseTo(value, 2);
        });
      }),
    );
  });
});

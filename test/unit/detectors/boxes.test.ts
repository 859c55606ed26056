import { describe, expect, test } from 'vitest';
import { clampBox, nearness, overlap, withoutDoubles } from '../../../src/detectors/boxes.ts';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('boxes', () => {
  test('overlap is shared over joined area', () => {
    expect(overlap(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(1);
    expect(overlap(box(0, 0, 10, 10), box(5, 0, 10, 10))).toBeCloseTo(50 / 150);
    expect(overlap(box(0, 0, 10, 10), box(20, 0, 10, 10))).toBe(0);
    expect(overlap(box(0, 0, 0, 0), box(0, 0, 0, 0))).toBe(0);
  });

  test('nearness ranks boxes that do not touch', () => {
    const here = box(0, 0, 10, 10);
    const near = nearness(here, box(12, 0, 10, 10));
    const far = nearness(here, box(40, 0, 10, 10));
    expect(nearness(here, here)).toBe(1);
    expect(near).toBeLessThan(0);
    expect(far).toBeLessThan(near);
    expect(far).toBeGreaterThanOrEqual(-1);
  });

  test('a box is held within the frame', () => {
    expect(clampBox(box(-5, -5, 20, 20), 10, 12)).toEqual(box(0, 0, 10, 12));
    expect(clampBox(box(50, 50, 20, 20), 10, 12)).toEqual(box(10, 12, 0, 0));
  });

  test('of doubles the best is kept, and everything that stands apart', () => {
    const found = [
      { score: 0.5, box: box(1, 0, 10, 10) },
      { score: 0.9, box: box(0, 0, 10, 10) },
      { score: 0.3, box: box(30, 0, 10, 10) },
    ];
    expect(withoutDoubles(found, 0.6).map(({ score }) => score)).toEqual([0.9, 0.3]);
    expect(withoutDoubles(found, 0.9)).toHaveLength(3);
  });
});

import { expect, test } from 'vitest';
import { holds, type Relation } from '../../../src/detectors/relations.ts';
import type { PixelBox } from '../../../src/domain/track.ts';

const box = (x: number, y: number, width = 100, height = 100): PixelBox => ({ x, y, width, height });
const HERE = box(300, 200);

test.each<[Relation, string, PixelBox, boolean | null]>([
  ['left', 'to the left', box(100, 210), true],
  ['left', 'to the right', box(500, 210), false],
  ['left', 'in the same place', box(310, 200), null],
  ['right', 'to the right', box(500, 100), true],
  ['right', 'to the left', box(100, 100), false],
  ['above', 'over it', box(300, 20), true],
  ['above', 'under it', box(300, 380), false],
  ['above', 'beside it', box(100, 200), null],
  ['below', 'under it', box(320, 380), true],
  ['beside', 'touching', box(400, 220), true],
  ['beside', 'at a distance neither near nor far', box(500, 200), null],
  ['beside', 'far off', box(600, 200), false],
  ['beside', 'in front of it', box(320, 220, 60, 60), null],
  ['on', 'standing on it', box(320, 110, 60), true],
  ['on', 'just over its upper edge', box(320, 88), true],
  ['on', 'high above it', box(320, -80, 60, 60), false],
  ['on', 'beside it', box(100, 200), false],
  ['on', 'standing before it', box(320, 220), null],
])('%s: what is %s', (relation, _, other, expected) => {
  expect(holds(relation, other, HERE)).toBe(expected);
});

test('boxes without extent tell nothing wrong', () => {
  expect(holds('left', box(300, 200, 0, 0), HERE)).toBe(true);
  expect(holds('on', box(300, 200, 0, 0), HERE)).toBe(false);
});

import { expect, test } from 'vitest';
import type { BlockFlow } from '../../../src/signals/flow/block-flow.ts';
import { cameraAt, flowAt } from '../../../src/signals/flow/flow-at.ts';
import { followPoints, type Ways } from '../../../src/signals/flow/follow-points.ts';

const LEAST = 0.3;

/** Motions that differ from place to place and from pair to pair, some of them far outside. */
function somePair(seed: number) {
  const [columns, rows] = [9, 5];
  const values = (phase: number, size: number) =>
    Float32Array.from({ length: columns * rows }, (_, i) => size * Math.sin(phase + seed + 1.3 * i));
  const flow: BlockFlow = {
    columns,
    rows,
    stride: 8,
    u: values(1, seed === 2 ? 60 : 3),
    v: values(2, 2),
    confidence: values(3, 1).map((value) => Math.min(1, 0.9 + value)),
  };
  const camera = seed === 1 ? null : { shiftX: 0.5, shiftY: -0.25, growth: 0.01, rotation: 0.02, support: 1 };
  return { flow, camera };
}

/** The definition, point by point. */
function reference(pairs: readonly ReturnType<typeof somePair>[]): Ways {
  const ways: Ways = { points: 0, reached: 0, walked: 0 };
  for (let block = 0; block < 45; block++) {
    let [x, y] = [((block % 9) + 0.5) * 8, (Math.floor(block / 9) + 0.5) * 8];
    const steps: [number, number][] = [];
    for (const { flow, camera } of pairs) {
      const column = Math.max(0, Math.min(8, Math.floor(x / 8)));
      const row = Math.max(0, Math.min(4, Math.floor(y / 8)));
      if ((flow.confidence[row * 9 + column] ?? 0) < LEAST) break;
      const step = flowAt(flow, x, y);
      const carried = cameraAt(camera, flow, x, y);
      steps.push([step.u - carried.u, step.v - carried.v]);
      x += step.u;
      y += step.v;
    }
    if (steps.length < pairs.length) continue;
    ways.points++;
    ways.walked += steps.reduce((sum, [u, v]) => sum + Math.hypot(u, v), 0);
    ways.reached += Math.hypot(
      steps.reduce((sum, [u]) => sum + u, 0),
      steps.reduce((sum, [, v]) => sum + v, 0),
    );
  }
  return ways;
}

test.each([1, 2, 4])('points are followed through %i pairs', (count) => {
  const pairs = Array.from({ length: count }, (_, seed) => somePair(seed));
  const ways = followPoints(pairs, LEAST);
  const expected = reference(pairs);
  expect(expected.points).toBeGreaterThan(3);
  expect(ways?.points).toBe(expected.points);
  expect(ways?.walked).toBeCloseTo(expected.walked, 8);
  expect(ways?.reached).toBeCloseTo(expected.reached, 8);
});

test('without flow there is no way', () => {
  expect(followPoints([{ flow: null, camera: null }], LEAST)).toBeNull();
  expect(followPoints([], LEAST)).toBeNull();
});

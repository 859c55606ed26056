import { describe, expect, test } from 'vitest';
import { BLOCK_STRIDE, type BlockFlow, blockFlow } from '../../../src/signals/flow/block-flow.ts';
import { buildPyramid } from '../../../src/signals/plane.ts';
import { type Scene, texture } from '../signals/synthetic-frames.ts';
import { planeOf } from './planes.ts';

const scene = texture(11);

function flowOf(width: number, height: number, from: Scene, to: Scene): BlockFlow {
  const [a, b] = [from, to].map((picture) => buildPyramid(planeOf(width, height, picture), 4, 16));
  const flow = a && b ? blockFlow(a, b) : null;
  if (flow === null) throw new Error('too small for a flow');
  return flow;
}

/** Share of blocks, a block away from the edges, whose motion is within a tenth of a pixel of what it should be. */
function shareFound(flow: BlockFlow, expected: (x: number, y: number) => readonly [number, number]): number {
  let found = 0;
  let all = 0;
  for (let row = 1; row < flow.rows - 1; row++) {
    for (let column = 1; column < flow.columns - 1; column++) {
      const block = row * flow.columns + column;
      const [u, v] = expected((column + 0.5) * BLOCK_STRIDE, (row + 0.5) * BLOCK_STRIDE);
      all++;
      if (Math.hypot((flow.u[block] ?? 0) - u, (flow.v[block] ?? 0) - v) < 0.1) found++;
    }
  }
  return found / all;
}

describe.each([
  [128, 72],
  [131, 75],
  [256, 144],
])('in %i × %i pixels', (width, height) => {
  test.each([
    [0, 0],
    [1, 0],
    [0, -1],
    [0.5, 0.25],
    [-2.75, 1.5],
    [6, -4],
  ])('a shift by (%d, %d) is found', (u, v) => {
    const flow = flowOf(width, height, scene, (x, y) => scene(x - u, y - v));
    expect(flow).toMatchObject({ columns: width >> 3, rows: height >> 3, stride: BLOCK_STRIDE });
    expect(shareFound(flow, () => [u, v])).toBeGreaterThan(0.95);
  });

  test('growth and rotation about the centre are found', () => {
    const [growth, rotation] = [0.02, 0.015];
    const [centreX, centreY] = [width / 2, height / 2];
    const flow = flowOf(width, height, scene, (toX, toY) => {
      const [x, y] = [toX - centreX, toY - centreY];
      const scale = (1 + growth) ** 2 + rotation ** 2;
      const fromX = ((1 + growth) * x + rotation * y) / scale;
      const fromY = ((1 + growth) * y - rotation * x) / scale;
      return scene(centreX + fromX, centreY + fromY);
    });
    const share = shareFound(flow, (atX, atY) => {
      const [x, y] = [atX - centreX, atY - centreY];
      return [growth * x - rotation * y, rotation * x + growth * y];
    });
    expect(share).toBeGreaterThan(0.85);
  });

  test('a change of brightness is no motion', () => {
    const flow = flowOf(width, height, scene, (x, y) => scene(x, y) + 25);
    expect(shareFound(flow, () => [0, 0])).toBe(1);
  });
});

test('two parts that move apart are told apart', () => {
  const other = texture(12);
  const flow = flowOf(
    128,
    64,
    (x, y) => (x < 64 ? scene : other)(x, y),
    (x, y) => (x < 64 ? scene(x, y - 2) : other(x - 3, y)),
  );
  const motion = (x: number) => (x < 64 ? ([0, 2] as const) : ([3, 0] as const));
  expect(shareFound(flow, motion)).toBeGreaterThan(0.85);
});

test('confidence follows texture: none in a flat picture, some across an edge only, much in both directions', () => {
  const confidence = (picture: Scene) => flowOf(64, 64, picture, picture).confidence;
  expect(Math.max(...confidence(() => 90))).toBe(0);
  expect(Math.max(...confidence((x) => 90 + 40 * Math.sin(x / 3)))).toBeLessThan(1e-3);
  expect(Math.min(...confidence(scene))).toBeGreaterThan(0.8);
});

test('what has no likeness moves nowhere far: motions stay within the picture', () => {
  const flow = flowOf(128, 72, scene, texture(99));
  for (const value of [...flow.u, ...flow.v]) expect(Math.abs(value)).toBeLessThan(128);
});

test('a picture smaller than a patch has no flow', () => {
  const pyramid = buildPyramid(planeOf(13, 40, scene), 4, 16);
  expect(blockFlow(pyramid, pyramid)).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { posesInput, readPoses } from '../../../src/detectors/poses/movenet.ts';
import { JOINTS } from '../../../src/domain/track.ts';

/** A body as the detector writes it, all joints in one place. */
function body(score: number, [top, left, bottom, right]: readonly [number, number, number, number]): number[] {
  return [...JOINTS.flatMap(() => [(top + bottom) / 2, (left + right) / 2, 0.5]), top, left, bottom, right, score];
}

describe('reading MoveNet', () => {
  test('bodies come in display pixels, best first, without noise and doubles', () => {
    const output = Float32Array.from([
      ...body(0.3, [0, 0, 0.5, 0.25]),
      ...body(0.9, [0.5, 0.5, 1, 0.75]),
      ...body(0.8, [0.5, 0.5, 1, 0.76]),
      ...body(0.05, [0, 0, 1, 1]),
    ]);
    const poses = readPoses(output, { width: 400, height: 200 });
    expect(poses.map(({ score }) => Math.round(10 * score))).toEqual([9, 3]);
    expect(poses[0]?.box).toEqual({ x: 200, y: 100, width: 100, height: 100 });
    expect(poses[0]?.joints).toHaveLength(17);
    expect(poses[0]?.joints[0]).toEqual([250, 150, 0.5]);
  });

  test('pictures come in without alpha', () => {
    expect([...posesInput(Uint8ClampedArray.from([1, 2, 3, 255, 4, 5, 6, 255]))]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

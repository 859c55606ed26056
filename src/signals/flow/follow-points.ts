import { doublesAt, kernels, Room } from '../../kernels/kernels.ts';
import type { PairView } from '../pair-view.ts';

/** Ways of points against the camera; lengths in pixels. */
export interface Ways {
  points: number;
  /** Sum of the distances between where points began and where they got to. */
  reached: number;
  /** Sum of the lengths of their ways. */
  walked: number;
}

/**
 * Follows points, one from the centre of each block, through consecutive pairs of frames. The flow is taken between block centres
 * bilinearly; what the camera moves the content by at that place does not count. A point that comes across a block of less than
 * `leastConfidence` is left out.
 * @returns null without flow
 */
export function followPoints(
  pairs: readonly Pick<PairView, 'flow' | 'camera'>[],
  leastConfidence: number,
): Ways | null {
  const flows = pairs.flatMap(({ flow }) => (flow === null ? [] : [flow]));
  const [first] = flows;
  if (first === undefined || flows.length < pairs.length) return null;
  const cameras = Float64Array.from(
    pairs.flatMap(({ camera }) =>
      camera === null ? [0, 0, 0, 0] : [camera.shiftX, camera.shiftY, camera.growth, camera.rotation],
    ),
  );
  const { columns, rows, stride } = first;
  const room = new Room();
  const out = room.take(6);
  const motion = room.put(...flows.flatMap(({ u, v, confidence }) => [u, v, confidence]));
  kernels.followPoints(motion, room.put(cameras), pairs.length, columns, rows, stride, leastConfidence, out);
  const [reached = 0, walked = 0, points = 0] = doublesAt(out, 3);
  return { points, reached, walked };
}

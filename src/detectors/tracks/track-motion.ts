import { median, quantile } from '../../domain/statistics.ts';
import type { Joint, PixelBox, Track, TrackPoint } from '../../domain/track.ts';

/** What a camera does to a point of the picture between two times, in pixels. */
export type CameraShift = (point: Place, fromSeconds: number, toSeconds: number) => Place;

export interface Place {
  x: number;
  y: number;
}

/** How a thing moves against the camera. */
export interface TrackMotion {
  /** Typical speed of its box, in long edges of the frame per second. */
  travel: number;
  /** Typical speed of its joints against its middle, in its own diagonals per second; null without joints. */
  gesture: number | null;
}

/** Joints less sure than this are left out. */
const SURE_JOINT = 0.35;
/** A joint's speed stands for the faster limbs. */
const FASTER_LIMBS = 0.75;
const LEAST_JOINTS = 4;
const LONGEST_STEP_SECONDS = 1;

/**
 * Motion of a thing less the camera's.
 * @param longEdge of the frame, in pixels
 * @returns null for a thing that was seen once only
 */
export function trackMotion(
  { points }: Pick<Track, 'points'>,
  shift: CameraShift,
  longEdge: number,
): TrackMotion | null {
  const steps = points.slice(1).flatMap((to, i) => {
    const from = points[i];
    if (from === undefined) return [];
    const seconds = to.timeSeconds - from.timeSeconds;
    return seconds > 0 && seconds <= LONGEST_STEP_SECONDS ? [{ from, to, seconds }] : [];
  });
  if (steps.length === 0) return null;
  const speeds = steps.map(
    ({ from, to, seconds }) => distance(moved(from, to, shift), middle(to.box)) / longEdge / seconds,
  );
  const gestures = steps.flatMap(({ from, to, seconds }) => gestureOf(from, to, seconds) ?? []);
  return {
    travel: median(speeds) ?? 0,
    gesture: gestures.length === 0 ? null : median(gestures),
  };
}

/** Where the middle of a thing would be by the camera's motion alone. */
function moved(from: TrackPoint, to: TrackPoint, shift: CameraShift): Place {
  return shift(middle(from.box), from.timeSeconds, to.timeSeconds);
}

function gestureOf(from: TrackPoint, to: TrackPoint, seconds: number): number | null {
  if (from.joints === undefined || to.joints === undefined) return null;
  const after = to.joints;
  const pairs = from.joints.flatMap((joint, i): [Joint, Joint][] => {
    const same = after[i];
    return same !== undefined && joint[2] >= SURE_JOINT && same[2] >= SURE_JOINT ? [[joint, same]] : [];
  });
  if (pairs.length < LEAST_JOINTS) return null;
  // Against the body's own middle and size, so that neither the camera nor walking counts.
  const [centreBefore, centreAfter] = [meanOf(pairs.map(([joint]) => joint)), meanOf(pairs.map(([, joint]) => joint))];
  const size = Math.hypot(from.box.width, from.box.height);
  const lengths = pairs.map(([a, b]) =>
    Math.hypot(b[0] - centreAfter.x - (a[0] - centreBefore.x), b[1] - centreAfter.y - (a[1] - centreBefore.y)),
  );
  const reach = quantile(lengths, FASTER_LIMBS);
  return reach === null || size === 0 ? null : reach / size / seconds;
}

/** Mean place of some joints, at least one. */
export function meanOf(joints: readonly Joint[]): Place {
  const count = joints.length;
  return {
    x: joints.reduce((sum, [x]) => sum + x, 0) / count,
    y: joints.reduce((sum, [, y]) => sum + y, 0) / count,
  };
}

const middle = ({ x, y, width, height }: PixelBox): Place => ({ x: x + width / 2, y: y + height / 2 });
const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

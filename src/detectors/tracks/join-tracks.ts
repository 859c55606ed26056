import type { PixelBox, Track, TrackPoint } from '../../domain/track.ts';
import { nearness } from '../boxes.ts';
import type { FrameFindings } from '../detection.ts';
import { type Found, joinPeople } from '../people.ts';

/** A thing must be this clear once to be followed at all. */
const SURE = 0.4;
/** Where a followed thing is expected, this is enough. */
const UNSURE = 0.2;
/** Expected and found box must be at least this near (distance-IoU). */
const LEAST_NEARNESS = -0.1;
/** A thing not seen for longer is gone; what comes then is another one. */
const LONGEST_GAP_SECONDS = 1;
/** How much a new position changes the speed that is expected. */
const SPEED_GAIN = 0.6;

interface Following {
  label: string;
  points: TrackPoint[];
  /** Of the box's centre, in pixels per second. */
  speed: { x: number; y: number };
}

/**
 * Follows things through the frames: each is expected where it was, moved on at its speed, and takes the box nearest to that, sure
 * boxes first and unsure ones for what is left (after ByteTrack, Zhang et al., ECCV 2022, arXiv 2110.06864).
 * @param frames in the order of time
 */
export function joinTracks(frames: readonly FrameFindings[]): Track[] {
  const followed: Following[] = [];
  for (const frame of frames) {
    const found = joinPeople(frame);
    const current = followed.filter(
      ({ points }) => frame.timeSeconds - lastOf(points).timeSeconds <= LONGEST_GAP_SECONDS,
    );
    const sure = found.filter(({ score }) => score >= SURE);
    const unsure = found.filter(({ score }) => score < SURE && score >= UNSURE);
    const left = goOn(current, sure, frame);
    const waiting = current.filter(({ points }) => lastOf(points).frame !== frame.frame);
    goOn(waiting, unsure, frame);
    for (const one of left) followed.push({ label: one.label, points: [pointOf(one, frame)], speed: { x: 0, y: 0 } });
  }
  return named(followed);
}

/** Gives each of what is followed the box nearest to where it is expected. Returns the boxes that nothing took. */
function goOn(followed: readonly Following[], found: readonly Found[], frame: FrameFindings): Found[] {
  const pairs = followed.flatMap((one) => {
    const expected = expectedBox(one, frame.timeSeconds);
    return found
      .filter(({ label }) => label === one.label)
      .map((candidate) => ({ one, candidate, near: nearness(expected, candidate.box) }));
  });
  pairs.sort((a, b) => b.near - a.near);
  const taken = new Set<Found>();
  const served = new Set<Following>();
  for (const { one, candidate, near } of pairs) {
    if (near < LEAST_NEARNESS) break;
    if (taken.has(candidate) || served.has(one)) continue;
    taken.add(candidate);
    served.add(one);
    moveOn(one, pointOf(candidate, frame));
  }
  return found.filter((candidate) => !taken.has(candidate));
}

function expectedBox({ points, speed }: Following, timeSeconds: number): PixelBox {
  const { box, timeSeconds: then } = lastOf(points);
  const seconds = timeSeconds - then;
  return { ...box, x: box.x + speed.x * seconds, y: box.y + speed.y * seconds };
}

function moveOn(one: Following, point: TrackPoint): void {
  const last = lastOf(one.points);
  const seconds = point.timeSeconds - last.timeSeconds;
  if (seconds > 0) {
    const speed = {
      x: (centre(point.box).x - centre(last.box).x) / seconds,
      y: (centre(point.box).y - centre(last.box).y) / seconds,
    };
    one.speed = {
      x: one.speed.x + SPEED_GAIN * (speed.x - one.speed.x),
      y: one.speed.y + SPEED_GAIN * (speed.y - one.speed.y),
    };
  }
  one.points.push(point);
}

const centre = ({ x, y, width, height }: PixelBox): { x: number; y: number } => ({
  x: x + width / 2,
  y: y + height / 2,
});

function pointOf({ box, score, joints }: Found, { frame, timeSeconds }: FrameFindings): TrackPoint {
  return { frame, timeSeconds, box, score, ...(joints === null ? {} : { joints }) };
}

function lastOf(points: readonly TrackPoint[]): TrackPoint {
  const last = points.at(-1);
  if (last === undefined) throw new Error('A track has no point.');
  return last;
}

/** Numbered by label in the order in which they came. */
function named(followed: readonly Following[]): Track[] {
  const numbers = new Map<string, number>();
  return followed.map(({ label, points }) => {
    const number = (numbers.get(label) ?? 0) + 1;
    numbers.set(label, number);
    return { id: `${label} ${number}`, label, points };
  });
}

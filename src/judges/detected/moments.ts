import type { FrameFindings } from '../../detectors/detection.ts';
import type { Moment } from '../../domain/moment.ts';
import type { TrackPoint } from '../../domain/track.ts';

const MOST_MOMENTS = 3;
const MOST_FRAMES = 4;

/**
 * The stretches of looked-at frames in which a thing was seen, longest first.
 * @param seen one point a frame, in the order of time
 */
export function stretchesSeen(
  seen: readonly TrackPoint[],
  frames: readonly FrameFindings[],
  label: string,
  endSeconds: number,
): Moment[] {
  const byFrame = new Map(seen.map((point) => [point.frame, point]));
  const stretches: { points: TrackPoint[]; endSeconds: number }[] = [];
  let open: { points: TrackPoint[]; endSeconds: number } | null = null;
  frames.forEach(({ frame }, position) => {
    const point = byFrame.get(frame);
    if (point === undefined) {
      open = null;
      return;
    }
    const until = frames[position + 1]?.timeSeconds ?? endSeconds;
    if (open === null) {
      open = { points: [], endSeconds: until };
      stretches.push(open);
    }
    open.points.push(point);
    open.endSeconds = Math.max(point.timeSeconds, until);
  });
  return stretches
    .sort((a, b) => b.points.length - a.points.length)
    .slice(0, MOST_MOMENTS)
    .map(({ points, endSeconds: end }) => ({
      startSeconds: points[0]?.timeSeconds ?? 0,
      endSeconds: end,
      frames: [...points]
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_FRAMES)
        .map(({ frame }) => frame),
      label,
      outsideClip: false,
    }));
}

import { boxAround, boxInFrame } from '../../detectors/boxes.ts';
import type { FrameFindings } from '../../detectors/detection.ts';
import type { Clip } from '../../domain/clip.ts';
import type { Moment } from '../../domain/moment.ts';
import type { TrackPoint } from '../../domain/track.ts';

const MOST_MOMENTS = 3;
const MOST_FRAMES = 4;

interface Stretch {
  /** Looked-at frames in which something was seen. */
  frames: number;
  points: TrackPoint[];
  endSeconds: number;
}

/**
 * The stretches of looked-at frames in which things were seen, longest first; their box holds the things all the while.
 * @param seen points of one thing or of several
 * @param frames that were looked at, in the order of time
 */
export function stretchesSeen(
  seen: readonly TrackPoint[],
  frames: readonly FrameFindings[],
  label: string,
  clip: Clip,
): Moment[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  frames.forEach(({ frame, timeSeconds }, position) => {
    const here = seen.filter((point) => point.frame === frame);
    if (here.length === 0) {
      open = null;
      return;
    }
    if (open === null) {
      open = { frames: 0, points: [], endSeconds: 0 };
      stretches.push(open);
    }
    open.frames++;
    open.points.push(...here);
    open.endSeconds = Math.max(timeSeconds, frames[position + 1]?.timeSeconds ?? clip.durationSeconds);
  });
  return stretches
    .sort((a, b) => b.frames - a.frames)
    .slice(0, MOST_MOMENTS)
    .map(({ points, endSeconds }) => ({
      startSeconds: points[0]?.timeSeconds ?? 0,
      endSeconds,
      frames: clearestFrames(points),
      label,
      outsideClip: false,
      box: boxInFrame(boxAround(points.map(({ box }) => box)), clip),
    }));
}

function clearestFrames(points: readonly TrackPoint[]): number[] {
  const byScore = [...points].sort((a, b) => b.score - a.score);
  return [...new Set(byScore.map(({ frame }) => frame))].slice(0, MOST_FRAMES);
}

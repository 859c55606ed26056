import type { PixelBox, Track, TrackPoint } from '../../domain/track.ts';
import { areaOf, boxBetween, overlap, sharedArea } from '../boxes.ts';
import type { FrameFindings } from '../detection.ts';
import type { Size } from '../input-size.ts';
import { joinPeople } from '../people.ts';

/** A thing that was there, is not for a while, and is there again. */
export interface Gap {
  track: Track;
  /** Last seen, and seen again. */
  before: TrackPoint;
  after: TrackPoint;
  /** Looked-at frames between them, in which it is not. */
  missing: readonly FrameFindings[];
  /** Where it would have been in these. */
  box: PixelBox;
  /**
   * How plainly it is missing: the lower of the scores before and after, less the best score of its kind about where it should be,
   * −1..1.
   */
  clearness: number;
}

/** What lies this near the edge of the frame, as a share of the long edge, may have left it. */
const EDGE = 0.02;
/** A box that covers this share of another may hide it. */
const HIDES = 0.3;
/** A found box that overlaps the expected one by this much is the thing itself. */
const SAME_PLACE = 0.2;

/**
 * Gaps in the tracks of things that neither leave the frame nor are hidden by another thing.
 * @param frames in the order of time
 */
export function gapsIn(tracks: readonly Track[], frames: readonly FrameFindings[], size: Size): Gap[] {
  return tracks.flatMap((track) => {
    const others = tracks.filter((other) => other !== track);
    return track.points.slice(1).flatMap((after, i): Gap[] => {
      const before = track.points[i];
      if (before === undefined) return [];
      const missing = frames.filter(
        ({ timeSeconds }) => timeSeconds > before.timeSeconds && timeSeconds < after.timeSeconds,
      );
      if (missing.length === 0 || atEdge(before.box, size) || atEdge(after.box, size)) return [];
      if (mayBeHidden(before, others) || mayBeHidden(after, others)) return [];
      const seen = missing.map((frame) => bestAbout(track.label, between(before, after, frame.timeSeconds), frame));
      const clearness = Math.min(before.score, after.score) - Math.max(...seen);
      return [
        {
          track,
          before,
          after,
          missing,
          box: between(before, after, (before.timeSeconds + after.timeSeconds) / 2),
          clearness,
        },
      ];
    });
  });
}

function atEdge({ x, y, width, height }: PixelBox, size: Size): boolean {
  const margin = EDGE * Math.max(size.width, size.height);
  return x < margin || y < margin || x + width > size.width - margin || y + height > size.height - margin;
}

function mayBeHidden({ box, frame }: TrackPoint, others: readonly Track[]): boolean {
  return others.some(({ points }) =>
    points.some((point) => point.frame === frame && sharedArea(point.box, box) > HIDES * areaOf(box)),
  );
}

function between(a: TrackPoint, b: TrackPoint, timeSeconds: number): PixelBox {
  return boxBetween(a.box, b.box, (timeSeconds - a.timeSeconds) / (b.timeSeconds - a.timeSeconds));
}

function bestAbout(label: string, box: PixelBox, frame: FrameFindings): number {
  const near = joinPeople(frame).filter((found) => found.label === label && overlap(found.box, box) >= SAME_PLACE);
  return Math.max(0, ...near.map(({ score }) => score));
}

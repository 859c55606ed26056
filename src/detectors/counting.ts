import { quantile } from '../domain/statistics.ts';
import type { FrameFindings } from './detection.ts';
import type { DetectorLabel } from './lexicon/labels.ts';
import { joinPeople } from './people.ts';

/**
 * How many things of a class a clip shows.
 * @param leastScore boxes with less are not counted
 * @param share quantile over the frames that stands for the clip
 */
export function countThings(
  frames: readonly FrameFindings[],
  label: DetectorLabel,
  leastScore: number,
  share: number,
): number {
  const counts = frames.map(
    (frame) => joinPeople(frame).filter((found) => found.label === label && found.score >= leastScore).length,
  );
  return Math.round(quantile(counts, share) ?? 0);
}

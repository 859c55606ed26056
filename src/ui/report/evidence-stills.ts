import type { Box } from '../../domain/box.ts';
import type { Still } from '../../domain/frame.ts';
import type { Moment } from '../../domain/moment.ts';

const MOST_PICTURES = 3;

export interface EvidenceStill {
  still: Still;
  moment: Moment;
  /** Where in the picture the moment happens; null where that is not known, or where the still is of another time. */
  box: Box | null;
}

/**
 * Up to three different stills that show the moments: each moment in turn gives its worst frame, then its next one. The
 * still nearest in frame number stands for a frame that was not kept.
 */
export function evidenceStills(moments: readonly Moment[], stills: readonly Still[]): EvidenceStill[] {
  const inside = moments.filter(({ outsideClip }) => !outsideClip);
  const chosen = new Map<number, EvidenceStill>();
  const rounds = Math.max(0, ...inside.map(({ frames }) => frames.length));
  for (let round = 0; round < rounds; round++)
    for (const moment of inside) {
      const frame = moment.frames[round];
      const still = frame === undefined ? null : nearestByIndex(stills, frame);
      if (still !== null && chosen.size < MOST_PICTURES && !chosen.has(still.index))
        chosen.set(still.index, { still, moment, box: shows(still, moment) ? (moment.box ?? null) : null });
    }
  return [...chosen.values()].sort((a, b) => a.still.index - b.still.index);
}

function shows({ index, timeSeconds }: Still, { frames, startSeconds, endSeconds }: Moment): boolean {
  return frames.includes(index) || (timeSeconds >= startSeconds && timeSeconds <= endSeconds);
}

function nearestByIndex(stills: readonly Still[], index: number): Still | null {
  let nearest: Still | null = null;
  for (const still of stills)
    if (nearest === null || Math.abs(still.index - index) < Math.abs(nearest.index - index)) nearest = still;
  return nearest;
}

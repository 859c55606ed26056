import type { Box } from '../../domain/box.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Outline } from '../player/moment-outlines.tsx';

/** What the timeline lights up while evidence is pointed at. */
export interface Highlight {
  stretches: readonly { startSeconds: number; endSeconds: number; box?: Box | undefined }[];
  /** Ids of the signals that were measured for it. */
  signals: readonly string[];
}

export function highlightOf(verdict: Verdict | null): Highlight | null {
  if (verdict?.status !== 'answered') return null;
  return {
    stretches: verdict.moments.filter(({ outsideClip }) => !outsideClip),
    signals: verdict.measurements.map(({ signal }) => signal),
  };
}

/** The stretches of which it is known where in the picture they happen. */
export function outlinesOf(stretches: Highlight['stretches']): Outline[] {
  return stretches.flatMap(({ startSeconds, endSeconds, box }) =>
    box === undefined ? [] : [{ startSeconds, endSeconds, box }],
  );
}

import type { Verdict } from '../../domain/verdict.ts';

/** What the timeline lights up while evidence is pointed at. */
export interface Highlight {
  stretches: readonly { startSeconds: number; endSeconds: number }[];
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

import { boxInFrame } from '../../../detectors/boxes.ts';
import type { Gap } from '../../../detectors/tracks/gaps.ts';
import type { Moment } from '../../../domain/moment.ts';
import { formatTime } from '../../../domain/time.ts';
import { REASONING_JUDGE } from '../../remedy.ts';
import type { Answer, Answerer } from '../answer.ts';
import type { DetectedEvidence } from '../evidence.ts';

const MOST_MOMENTS = 3;

/** Does anything vanish or appear without a cause? Of what is followed, that is. */
export const permanence: Answerer = (_question, _main, evidence, { permanence: { leastClearness, pGap, pNone } }) => {
  const gaps = evidence.gaps().filter(({ clearness }) => clearness >= leastClearness);
  const [worst] = gaps;
  if (worst !== undefined) return vanished(worst, gaps, evidence, pGap);
  const followed = evidence.steadyTracks();
  if (followed.length === 0)
    return { reason: 'Nothing is followed long enough to tell whether it stays.', remedy: REASONING_JUDGE };
  const names = followed.map(({ id }) => id);
  return {
    pYes: pNone,
    reason: `What is followed stays in sight or leaves over the edge of the picture: ${names.slice(0, 4).join(', ')}. Other things are not watched.`,
    moments: [],
    tracks: names,
  };
};

function vanished(worst: Gap, gaps: readonly Gap[], evidence: DetectedEvidence, pYes: number): Answer {
  const { track, before, after, missing } = worst;
  const frames = missing.length === 1 ? 'one frame' : `${missing.length} frames`;
  return {
    pYes,
    reason: `${track.id} is there at ${formatTime(before.timeSeconds)} and at ${formatTime(after.timeSeconds)}, but not in ${frames} between; nothing hides it and it is not at the edge.`,
    moments: gaps.slice(0, MOST_MOMENTS).map((gap) => momentOf(gap, evidence)),
    tracks: [...new Set(gaps.map((gap) => gap.track.id))],
  };
}

function momentOf({ track, before, after, missing, box }: Gap, { clip }: DetectedEvidence): Moment {
  return {
    startSeconds: (before.timeSeconds + (missing[0]?.timeSeconds ?? after.timeSeconds)) / 2,
    endSeconds: ((missing.at(-1)?.timeSeconds ?? before.timeSeconds) + after.timeSeconds) / 2,
    frames: missing.slice(0, 4).map(({ frame }) => frame),
    label: `${track.id} is gone`,
    outsideClip: false,
    box: boxInFrame(box, clip),
  };
}

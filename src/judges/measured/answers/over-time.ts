import type { Moment } from '../../../domain/moment.ts';
import { formatTimeRange } from '../../../domain/time.ts';
import type { Answer, AnswerOrNot } from '../answer.ts';
import type { MeasuredEvidence } from '../evidence.ts';
import type { Factor } from '../factors.ts';
import { findStretches, toMoments } from '../moments.ts';
import { explain } from '../words.ts';

/** Why nothing can be said of change over time. */
export const TOO_FEW: AnswerOrNot = {
  reason: 'It takes at least three consecutive frames of 12 pixels or more on each side to measure this.',
  remedy: 'Give a longer or larger clip.',
};

/** pYes of a stretch that stands out: ½ where it just does, towards 1 the further it goes. */
export function standOut(peak: number, level: number): number {
  return peak <= level ? 0 : 1 - level / (2 * peak);
}

/** The evidence for a bad answer about the whole clip, pointing at the worst stretch of a signal. */
export function throughout(
  evidence: MeasuredEvidence,
  factors: readonly Factor[],
  id: string,
  label: string,
): Pick<Answer, 'because' | 'moments'> {
  const series = evidence.series(id);
  const stretches = series === null ? [] : findStretches(series, (value) => value >= outlierTop(evidence.values(id)));
  const [worst] = stretches;
  const when = worst === undefined ? '' : ` It is worst at ${formatTimeRange(worst.startSeconds, worst.endSeconds)}.`;
  return { because: `${explain(true, factors)}${when}`, moments: toMoments(stretches, label, evidence.span) };
}

/** The value that the worst tenth of the frames reach. */
function outlierTop(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length / 10)] ?? Number.POSITIVE_INFINITY;
}

/** From this probability of the bad answer on, a good one points at the worst moment as well: it may be worth a look. */
const WORTH_A_LOOK = 0.35;

/** Where a good answer about change over time is least sure; nowhere when it is sure. */
export function worthALook(evidence: MeasuredEvidence, pBad: number, id: string, label: string): Moment[] {
  return pBad < WORTH_A_LOOK ? [] : throughout(evidence, [], id, label).moments;
}

import { mean } from '../../../domain/statistics.ts';
import { formatTimeRange } from '../../../domain/time.ts';
import type { Answerer } from '../answer.ts';
import { standingOut } from '../events.ts';
import { hill } from '../evidence.ts';
import { withShown } from '../factors.ts';
import { findStretches, partOf, type Stretch, toMoment, toMoments } from '../moments.ts';
import { repeatLevel } from '../repeats.ts';
import { explain, plain } from '../words.ts';
import { TOO_FEW } from './over-time.ts';

/** A freeze this long is as likely called one as not. */
const NOTICEABLE_FREEZE_SECONDS = 0.26;
/** A share of repeated frames at which judder shows: of the clip, and of a stretch more than of what is beside it. */
const NOTICEABLE_SHARE = 0.35;
const NOTICEABLE_STRETCH_SHARE = 0.22;
/** Repeated frames no further apart than this are one freeze. */
const HELD_GAP_SECONDS = 0;

export const freeze: Answerer = (_question, evidence) => {
  const series = evidence.frameChange;
  const values = (series?.values ?? []).filter((value) => value !== null);
  if (series === null || values.length === 0) return TOO_FEW;
  const level = repeatLevel(series);
  const isRepeat = (value: number): boolean => value < level;
  const repeatsWithin = (gapSeconds?: number): Stretch[] =>
    findStretches(series, isRepeat, (value) => -value, gapSeconds).sort((a, b) => b.length - a.length);
  const stretches = repeatsWithin(HELD_GAP_SECONDS);
  const [longest] = stretches;
  const seconds = longest === undefined || longest.length < 2 ? 0 : longest.endSeconds - longest.startSeconds;
  const share = values.filter(isRepeat).length / values.length;
  const points = series.values.flatMap((value, position) =>
    value === null
      ? []
      : [{ position, timeSeconds: series.timesSeconds[position] ?? 0, value: isRepeat(value) ? 1 : 0 }],
  );
  const juddering = standingOut(points, mean);
  // The longer the worse, well beyond where it is noticed.
  const pHeld = hill(seconds, NOTICEABLE_FREEZE_SECONDS, 2);
  const pShare = hill(share, NOTICEABLE_SHARE, 3);
  const pStretch = juddering === null || pHeld >= 0.5 ? 0 : hill(juddering.effect, NOTICEABLE_STRETCH_SHARE, 3);
  const pYes = Math.max(0.02, 1 - (1 - pHeld) * (1 - pShare) * (1 - pStretch));
  const measurements = evidence.measurements(['frame_change']);
  if (longest === undefined || pYes < 0.5)
    return {
      pYes,
      finding: 'The picture does not freeze.',
      because:
        longest === undefined
          ? `Every frame brings something new. ${explain(false, withShown([], ['frame_change'], evidence))}`.trim()
          : `${plain(100 * share)} % of the frames repeat the one before${seconds === 0 ? '' : `, for ${plain(seconds)} s at most`}.`,
      moments: [],
      measurements,
    };
  const held =
    share > 0.95
      ? 'The picture stands still through the whole clip.'
      : `The picture stands still for ${plain(seconds)} s at ${formatTimeRange(longest.startSeconds, longest.endSeconds)}.`;
  if (seconds >= NOTICEABLE_FREEZE_SECONDS)
    return {
      pYes,
      finding: held,
      because: `No part of it changes by more than ${plain(level)} levels.`,
      moments: toMoments(stretches, 'the picture stands still', evidence.span),
      measurements,
    };
  const [worst] =
    juddering !== null && pStretch >= pShare
      ? [partOf(series, points[juddering.from]?.position ?? 0, points[juddering.to]?.position ?? series.values.length)]
      : repeatsWithin();
  return {
    pYes,
    finding: 'The picture judders on repeated frames.',
    because: `${plain(100 * share)} % of the frames repeat the one before.`,
    moments: worst === undefined ? [] : [toMoment(worst, 'frames are repeated', evidence.span)],
    measurements,
  };
};

import { mean } from '../../../domain/statistics.ts';
import { formatTimeRange } from '../../../domain/time.ts';
import type { Answerer } from '../answer.ts';
import { standingOut } from '../events.ts';
import { hill } from '../evidence.ts';
import { withShown } from '../factors.ts';
import { findStretches, partOf, toMoment, toMoments } from '../moments.ts';
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
  const stretches = findStretches(
    series,
    (value) => value < level,
    (value) => -value,
    HELD_GAP_SECONDS,
  ).sort((a, b) => b.length - a.length);
  const [longest] = stretches;
  const seconds = longest === undefined || longest.length < 2 ? 0 : longest.endSeconds - longest.startSeconds;
  const share = values.filter((value) => value < level).length / values.length;
  const points = series.values.flatMap((value, position) =>
    value === null ? [] : [{ position, timeSeconds: series.timesSeconds[position] ?? 0, value: value < level ? 1 : 0 }],
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
  const label = 'frames are repeated';
  const [worst] =
    juddering !== null && pStretch >= pShare
      ? [partOf(series, points[juddering.from]?.position ?? 0, points[juddering.to]?.position ?? series.values.length)]
      : findStretches(
          series,
          (value) => value < level,
          (value) => -value,
        ).sort((a, b) => b.length - a.length);
  return {
    pYes,
    finding: 'The picture judders on repeated frames.',
    because: `${plain(100 * share)} % of the frames repeat the one before.`,
    moments: worst === undefined ? [] : [toMoment(worst, label, evidence.span)],
    measurements,
  };
};

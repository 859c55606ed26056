import type { SignalSeries } from '../../../domain/signal.ts';
import { median } from '../../../domain/statistics.ts';
import { formatTime } from '../../../domain/time.ts';
import type { Answerer } from '../answer.ts';
import { hill } from '../evidence.ts';
import { factorOf, withShown } from '../factors.ts';
import { findStretches, toMoments } from '../moments.ts';
import { explain } from '../words.ts';
import { TOO_FEW, throughout } from './over-time.ts';

/** Share of the picture that is lost from each frame to the next, in per cent, at which the whole clip jumps. */
const JUMPY_PERCENT = 25;

export const cut: Answerer = (_question, evidence) => {
  const order = evidence.series('order_change');
  if (order === null || evidence.cutStrengths.length < 2) return TOO_FEW;
  const lost = median(evidence.values('unmatched')) ?? 0;
  const pYes = Math.max(0.9 * hill(evidence.strongestCut, 1.3, 4), hill(lost, JUMPY_PERCENT, 2));
  const measurements = evidence.measurements(['unmatched', 'order_change']);
  const strengths: SignalSeries = { ...order, values: [...evidence.cutStrengths] };
  const stretches = findStretches(strengths, (strength) => strength >= 1);
  const [worst] = stretches;
  if (pYes < 0.5)
    return {
      pYes,
      finding: 'The picture does not jump.',
      because:
        worst === undefined
          ? explain(false, withShown([], ['unmatched', 'order_change'], evidence)) ||
            'Each frame follows from the one before.'
          : `The largest change, at ${formatTime(worst.startSeconds)}, is too weak for a cut.`,
      moments: [],
      measurements,
    };
  if (worst === undefined) {
    const factor = factorOf('unmatched', evidence);
    const found = throughout(evidence, factor === null ? [] : [factor], 'unmatched', 'the picture jumps');
    return { pYes, finding: 'The picture jumps from frame to frame.', measurements, ...found };
  }
  const times = stretches.map((stretch) => formatTime(stretch.startSeconds)).sort();
  return {
    pYes,
    finding: `The picture changes at once at ${times.slice(0, 5).join(', ')}.`,
    because: 'Most of it is not found again in the next frame.',
    moments: toMoments(stretches, 'the picture changes at once', evidence.span),
    measurements,
  };
};

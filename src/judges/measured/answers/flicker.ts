import { formatTimeRange } from '../../../domain/time.ts';
import type { Answerer } from '../answer.ts';
import type { MeasuredEvidence } from '../evidence.ts';
import { factorsOf, withShown } from '../factors.ts';
import { decidingEvent, judge } from '../judgement.ts';
import { findStretches, outlierLevel, type Stretch, toMoment, toMoments } from '../moments.ts';
import { explain, plain } from '../words.ts';
import { standOut, TOO_FEW, throughout, worthALook } from './over-time.ts';

/** Flicker of parts, in levels, that nobody takes for grain. */
const LOCAL_FLICKER_LEVELS = 25;
/** A cut makes two second differences stand out; flicker goes on. */
const FLICKER_FRAMES = 3;

/** Stretches in which parts of the picture flicker far more than in the rest of the clip, and that last for some frames. */
function flickeringParts(evidence: MeasuredEvidence): { stretches: Stretch[]; level: number } {
  const series = evidence.series('local_flicker');
  const level = outlierLevel(evidence.values('local_flicker'), LOCAL_FLICKER_LEVELS);
  if (series === null) return { stretches: [], level };
  const stretches = findStretches(series, (value) => value > level);
  return { stretches: stretches.filter(({ length }) => length >= FLICKER_FRAMES), level };
}

export const flicker: Answerer = (_question, evidence, calibration) => {
  const model = calibration.kinds.flicker;
  const judgement = model === undefined ? null : judge(model, true, evidence);
  if (model === undefined || judgement === null) return TOO_FEW;
  const parts = flickeringParts(evidence);
  const [worstPart] = parts.stretches;
  const pParts = worstPart === undefined ? 0 : standOut(worstPart.peak, parts.level);
  const pYes = Math.max(judgement.pYes, pParts);
  const measurements = evidence.measurementsFor(model, ['local_flicker']);
  const evenness = factorsOf(model, true, evidence);
  if (pYes < 0.5)
    return {
      pYes,
      finding: 'Brightness and texture hold from frame to frame.',
      because: explain(false, withShown(evenness, ['local_flicker'], evidence)),
      moments: worthALook(evidence, pYes, 'local_flicker', 'the picture may flicker'),
      measurements,
    };
  const event = decidingEvent(judgement);
  if (event !== null && event.probability >= pParts) {
    const { stretch } = event;
    return {
      pYes,
      finding: 'Brightness flickers.',
      because: `It jumps by up to ${plain(stretch.peak)} levels at ${formatTimeRange(stretch.startSeconds, stretch.endSeconds)}.`,
      moments: [toMoment(stretch, 'the brightness flickers', evidence.span)],
      measurements,
    };
  }
  if (worstPart !== undefined && pParts >= 0.5)
    return {
      pYes,
      finding: 'Parts of the picture flicker.',
      because: `They jump by up to ${plain(worstPart.peak)} levels at ${formatTimeRange(worstPart.startSeconds, worstPart.endSeconds)}.`,
      moments: toMoments(parts.stretches, 'parts of the picture flicker', evidence.span),
      measurements,
    };
  return {
    pYes,
    finding: 'Brightness and texture change from frame to frame.',
    measurements,
    ...throughout(evidence, evenness, 'local_flicker', 'the picture flickers'),
  };
};

import type { SignalSeries } from '../../../domain/signal.ts';
import { median } from '../../../domain/statistics.ts';
import { formatTime, formatTimeRange } from '../../../domain/time.ts';
import type { Answerer } from '../answer.ts';
import type { MeasuredEvidence } from '../evidence.ts';
import { factorsOf, withShown } from '../factors.ts';
import { decidingEvent, judge } from '../judgement.ts';
import { findStretches, type Stretch, toMoment, toMoments } from '../moments.ts';
import { explain, plain } from '../words.ts';
import { standOut, TOO_FEW, throughout, worthALook } from './over-time.ts';

/** How many times their usual level both local deformation and local jerk must reach, and for how many frames. */
const WARP_RATIO = 2.5;
const WARP_FRAMES = 4;
/** Added to both before the ratio is taken, in their units: near nothing twice nothing is no event. */
const WARP_FLOORS = { local_deformation: 5, local_jerk: 0.15 } as const;

/**
 * Stretches in which part of the picture changes its motion from frame to frame, and is not found again where it went, far
 * more than in the rest of the clip. Ratio and floors were chosen by hand on clean and warped clips (training/measured).
 */
function warpedStretches(evidence: MeasuredEvidence): Stretch[] {
  const residual = evidence.series('local_deformation');
  const jerk = evidence.series('local_jerk');
  if (residual === null || jerk === null) return [];
  const ratio = (series: SignalSeries, floor: number): (number | null)[] => {
    const level = (median(evidence.values(series.id)) ?? 0) + floor;
    return series.values.map((value) => (value === null ? null : (value + floor) / level));
  };
  const jerks = ratio(jerk, WARP_FLOORS.local_jerk);
  const values = ratio(residual, WARP_FLOORS.local_deformation).map((value, position) => {
    const other = jerks[position] ?? null;
    return value === null || other === null ? null : Math.min(value, other);
  });
  return findStretches({ ...residual, values }, (value) => value > WARP_RATIO).filter(
    (stretch) => stretch.length >= WARP_FRAMES,
  );
}

export const deformation: Answerer = (_question, evidence, calibration) => {
  const model = calibration.kinds.deformation;
  const judgement = model === undefined ? null : judge(model, true, evidence);
  if (model === undefined || judgement === null) return TOO_FEW;
  const stretches = warpedStretches(evidence);
  const [worst] = stretches;
  const pWarp = worst === undefined ? 0 : standOut(worst.peak, WARP_RATIO);
  const pYes = Math.max(judgement.pYes, pWarp);
  const measurements = evidence.measurementsFor(model, ['local_burst', 'local_deformation', 'local_jerk']);
  const factors = factorsOf(model, true, evidence);
  if (pYes < 0.5)
    return {
      pYes,
      finding: 'What moves keeps its shape.',
      because: explain(false, withShown(factors, ['local_jerk'], evidence)),
      moments: worthALook(evidence, pYes, 'motion_residual', 'part of the picture may change shape'),
      measurements,
    };
  const event = decidingEvent(judgement);
  if (event !== null && event.probability >= pWarp) {
    const { stretch, box } = event;
    return {
      pYes,
      finding: 'Something appears, vanishes or changes at once.',
      because: `At ${formatTime(stretch.startSeconds)} one part of the picture changes ${plain(stretch.peak)} times as much as in the frames around, in a way that motion does not explain.`,
      moments: [toMoment(stretch, 'part of the picture changes at once', evidence.span, box)],
      measurements,
    };
  }
  if (worst !== undefined && pWarp >= 0.5)
    return {
      pYes,
      finding: 'Part of the picture warps.',
      because: `${placeOf(evidence, worst)} moves and changes ${plain(worst.peak)} times as much as usual in this clip at ${formatTimeRange(worst.startSeconds, worst.endSeconds)}, in a way that motion does not explain.`,
      moments: toMoments(stretches, 'part of the picture changes shape', evidence.span),
      measurements,
    };
  return {
    pYes,
    finding: 'Parts change in ways their motion does not explain.',
    measurements,
    ...throughout(evidence, factors, 'motion_residual', 'part of the picture changes shape'),
  };
};

/** The part of the picture that is least steady in a stretch, in words. */
function placeOf(evidence: MeasuredEvidence, stretch: Stretch): string {
  const at = (id: string): number | null => {
    const series = evidence.series(id);
    return median(
      (series?.values ?? [])
        .filter((value, i) => value !== null && stretch.frames.includes(series?.frames[i] ?? -1))
        .map((value) => value ?? 0),
    );
  };
  const x = at('local_jerk_x');
  const y = at('local_jerk_y');
  if (x === null || y === null) return 'Part of the picture';
  const across = x < 100 / 3 ? 'left' : x > 200 / 3 ? 'right' : '';
  const down = y < 100 / 3 ? 'upper' : y > 200 / 3 ? 'lower' : '';
  const place = `${down} ${across}`.trim();
  if (place === '') return 'The middle of the picture';
  return across === '' ? `The ${down} part of the picture` : `The ${place} of the picture`;
}

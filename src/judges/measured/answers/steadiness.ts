import type { SignalSeries } from '../../../domain/signal.ts';
import { median } from '../../../domain/statistics.ts';
import { formatTime, formatTimeRange } from '../../../domain/time.ts';
import type { Answer, Answerer, AnswerOrNot } from '../answer.ts';
import { hill, type MeasuredEvidence, probability } from '../evidence.ts';
import { type Factor, factorOf, factorsOf, withShown } from '../factors.ts';
import { findStretches, outlierLevel, type Stretch, toMoments } from '../moments.ts';
import { explain, plain } from '../words.ts';

const TOO_FEW: AnswerOrNot = {
  reason: 'It takes at least three consecutive frames of 12 pixels or more on each side to measure this.',
  remedy: 'Give a longer or larger clip.',
};

/** pYes of a stretch that stands out: ½ where it just does, towards 1 the further it goes. */
function standOut(peak: number, level: number): number {
  return peak <= level ? 0 : 1 - level / (2 * peak);
}

/** Stretches of a signal that stand out from the clip's own level and last for some frames. */
function outlyingStretches(
  evidence: MeasuredEvidence,
  id: string,
  floor: number,
  shortest: number,
): { stretches: Stretch[]; level: number } {
  const series = evidence.series(id);
  const level = outlierLevel(evidence.values(id), floor);
  if (series === null) return { stretches: [], level };
  return { stretches: findStretches(series, (value) => value > level).filter((s) => s.length >= shortest), level };
}

/** A cut makes two second differences stand out; flicker goes on. */
const FLICKER_FRAMES = 3;

export const flicker: Answerer = (_question, evidence, calibration) => {
  const model = calibration.kinds.flicker;
  const overall = model === undefined ? null : probability(model, evidence);
  if (model === undefined || overall === null) return TOO_FEW;
  const whole = outlyingStretches(evidence, 'global_flicker', 4, FLICKER_FRAMES);
  const parts = outlyingStretches(evidence, 'local_flicker', 25, FLICKER_FRAMES);
  const [worst] = whole.stretches;
  const [worstPart] = parts.stretches;
  const pWhole = worst === undefined ? 0 : standOut(worst.peak, whole.level);
  const pParts = worstPart === undefined ? 0 : standOut(worstPart.peak, parts.level);
  const pYes = Math.max(overall, pWhole, pParts);
  const measurements = evidence.measurements(['global_flicker', 'local_flicker', 'jitter', 'unmatched']);
  const evenness = factorsOf(model, true, evidence);
  if (pYes < 0.5)
    return {
      pYes,
      finding: 'Brightness and texture hold from frame to frame.',
      because: explain(false, withShown(evenness, ['local_flicker'], evidence)),
      moments: [],
      measurements,
    };
  if (worst !== undefined && pWhole >= pParts && pWhole >= 0.5)
    return {
      pYes,
      finding: 'Brightness flickers.',
      because: `It jumps by up to ${plain(worst.peak)} levels at ${formatTimeRange(worst.startSeconds, worst.endSeconds)}.`,
      moments: toMoments(whole.stretches, 'the brightness flickers', evidence.span),
      measurements,
    };
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

/** The evidence for a bad answer about the whole clip, pointing at the worst stretch of a signal. */
function throughout(
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

/** A frame whose liveliest block changes by less is a repetition of the one before. */
const REPEATED_LEVELS = 0.6;
/** A freeze this long is as likely called one as not. */
const NOTICEABLE_FREEZE_SECONDS = 0.22;
/** A share of repeated frames at which judder shows. */
const NOTICEABLE_SHARE = 0.35;

export const freeze: Answerer = (_question, evidence) => {
  const series = evidence.series('frame_change');
  const values = evidence.values('frame_change');
  if (series === null || values.length === 0) return TOO_FEW;
  const level = Math.min(
    REPEATED_LEVELS,
    Math.max(0.05, 0.1 * (median(values.filter((v) => v > REPEATED_LEVELS)) ?? 6)),
  );
  const stretches = findStretches(
    series,
    (value) => value < level,
    (value) => -value,
  ).sort((a, b) => b.length - a.length);
  const [longest] = stretches;
  const seconds = longest === undefined || longest.length < 2 ? 0 : longest.endSeconds - longest.startSeconds;
  const share = values.filter((value) => value < level).length / values.length;
  const pYes = Math.max(0.02, hill(seconds, NOTICEABLE_FREEZE_SECONDS, 4), hill(share, NOTICEABLE_SHARE, 4));
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
  const long = seconds >= NOTICEABLE_FREEZE_SECONDS;
  return {
    pYes,
    finding: long ? held : 'The picture judders on repeated frames.',
    because: long
      ? `No part of it changes by more than ${plain(level)} levels.`
      : `${plain(100 * share)} % of the frames repeat the one before.`,
    moments: toMoments(stretches, 'the picture stands still', evidence.span),
    measurements,
  };
};

/** Share of the picture that is lost from each frame to the next, in per cent, at which the whole clip jumps. */
const JUMPY_PERCENT = 25;

export const cut: Answerer = (_question, evidence) => {
  const layout = evidence.series('layout_change');
  if (layout === null || evidence.cutStrengths.length < 2) return TOO_FEW;
  const lost = median(evidence.values('unmatched')) ?? 0;
  const pYes = Math.max(0.9 * hill(evidence.strongestCut, 1.3, 4), hill(lost, JUMPY_PERCENT, 2));
  const measurements = evidence.measurements(['unmatched', 'layout_change']);
  const strengths: SignalSeries = { ...layout, values: [...evidence.cutStrengths] };
  const stretches = findStretches(strengths, (strength) => strength >= 1);
  const [worst] = stretches;
  if (pYes < 0.5)
    return {
      pYes,
      finding: 'The picture does not jump.',
      because:
        worst === undefined
          ? explain(false, withShown([], ['unmatched', 'layout_change'], evidence)) ||
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

export const smoothness: Answerer = (_question, evidence, calibration) => {
  const model = calibration.kinds.smoothness;
  const pYes = model === undefined ? null : probability(model, evidence);
  if (model === undefined || pYes === null) return TOO_FEW;
  const measurements = evidence.measurements(['coarse_jitter', 'jitter', 'change_concentration']);
  const factors = factorsOf(model, false, evidence);
  if (pYes < 0.5)
    return {
      pYes,
      finding: 'Motion jumps instead of flowing.',
      measurements,
      ...throughout(evidence, factors, 'motion_residual', 'the motion jumps'),
    };
  return {
    pYes,
    finding: 'Motion is even.',
    because: explain(false, withShown(factors, ['jitter'], evidence)),
    moments: [],
    measurements,
  };
};

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
  const overall = model === undefined ? null : probability(model, evidence);
  if (model === undefined || overall === null) return TOO_FEW;
  const stretches = warpedStretches(evidence);
  const [worst] = stretches;
  const local = worst === undefined ? 0 : standOut(worst.peak, WARP_RATIO);
  const pYes = Math.max(overall, local);
  const measurements = evidence.measurements([
    'change_concentration',
    'subject_motion',
    'local_deformation',
    'local_jerk',
  ]);
  const factors = factorsOf(model, true, evidence);
  if (pYes < 0.5)
    return {
      pYes,
      finding: 'What moves keeps its shape.',
      because: explain(false, withShown(factors, ['local_jerk'], evidence)),
      moments: [],
      measurements,
    };
  if (worst !== undefined && local >= 0.5)
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

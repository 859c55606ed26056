import { median } from '../../../domain/statistics.ts';
import { formatTimeRange } from '../../../domain/time.ts';
import type { Answerer, AnswerOrNot } from '../answer.ts';
import { type MeasuredEvidence, probability } from '../evidence.ts';
import { findStretches, outlierLevel, type Stretch, toMoments } from '../moments.ts';
import { compare, plain } from '../words.ts';

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
  if (overall === null) return TOO_FEW;
  const whole = outlyingStretches(evidence, 'global_flicker', 2.5, FLICKER_FRAMES);
  const parts = outlyingStretches(evidence, 'local_flicker', 8, FLICKER_FRAMES);
  const [worst] = whole.stretches;
  const [worstPart] = parts.stretches;
  const pWhole = worst === undefined ? 0 : standOut(worst.peak, whole.level);
  const pParts = worstPart === undefined ? 0 : standOut(worstPart.peak, parts.level);
  const pYes = Math.max(overall, pWhole, pParts);
  const measurements = evidence.measurements(['global_flicker', 'local_flicker']);
  const [first] = measurements;
  if (pYes < 0.5)
    return {
      pYes,
      reason: `Brightness and texture hold from frame to frame. ${first === undefined ? '' : compare(first)}`.trim(),
      moments: [],
      measurements,
    };
  if (worst !== undefined && pWhole >= pParts && pWhole >= 0.5)
    return {
      pYes,
      reason: `Brightness jumps by up to ${plain(worst.peak)} levels at ${formatTimeRange(worst.startSeconds, worst.endSeconds)}; ${plain(first?.usual[0] ?? 0)}–${plain(first?.usual[1] ?? 0)} levels is usual.`,
      moments: toMoments(whole.stretches, 'brightness flickers', evidence.span),
      measurements,
    };
  if (worstPart !== undefined && pParts >= 0.5)
    return {
      pYes,
      reason: `Parts of the picture flicker by up to ${plain(worstPart.peak)} levels at ${formatTimeRange(worstPart.startSeconds, worstPart.endSeconds)}.`,
      moments: toMoments(parts.stretches, 'parts flicker', evidence.span),
      measurements,
    };
  return throughout(evidence, pYes, 'local_flicker', 'Brightness and texture change from frame to frame.', 'flickers');
};

/** An answer about the whole clip that points at the clip's worst stretch. */
function throughout(evidence: MeasuredEvidence, pYes: number, id: string, opening: string, label: string): AnswerOrNot {
  const series = evidence.series(id);
  const measurement = evidence.measurement(id);
  const stretches = series === null ? [] : findStretches(series, (value) => value >= outlierTop(evidence.values(id)));
  const [worst] = stretches;
  const when = worst === undefined ? '' : ` It is worst at ${formatTimeRange(worst.startSeconds, worst.endSeconds)}.`;
  return {
    pYes,
    reason: `${opening} ${measurement === null ? '' : compare(measurement)}${when}`,
    moments: toMoments(stretches, label, evidence.span),
    measurements: measurement === null ? [] : [measurement],
  };
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
  const pYes = Math.max(0.02, hill(seconds, NOTICEABLE_FREEZE_SECONDS), hill(share, NOTICEABLE_SHARE));
  const measurements = evidence.measurements(['frame_change']);
  if (longest === undefined || pYes < 0.5)
    return {
      pYes,
      reason: 'Every frame brings something new; none is held or repeated for long.',
      moments: [],
      measurements,
    };
  const held =
    share > 0.95
      ? 'The picture stands still through the whole clip'
      : `The picture stands still for ${plain(seconds)} s at ${formatTimeRange(longest.startSeconds, longest.endSeconds)}`;
  return {
    pYes,
    reason:
      seconds >= NOTICEABLE_FREEZE_SECONDS
        ? `${held}: no part of it changes by more than ${plain(level)} levels.`
        : `${plain(100 * share)} % of the frames repeat the one before.`,
    moments: toMoments(stretches, 'frozen', evidence.span),
    measurements,
  };
};

/** x⁴ / (x⁴ + half⁴): ½ at `half`, monotone. */
function hill(x: number, half: number): number {
  return x ** 4 / (x ** 4 + half ** 4);
}

/** Least change of picture and least share not found again that a cut shows. */
const CUT_LAYOUT = 0.12;
const CUT_UNMATCHED_PERCENT = 20;
const CUT_RATIO = 4;

export const cut: Answerer = (_question, evidence) => {
  const layout = evidence.series('layout_change');
  const unmatched = evidence.series('unmatched');
  const values = evidence.values('layout_change');
  if (layout === null || values.length === 0) return TOO_FEW;
  const level = Math.max(CUT_LAYOUT, CUT_RATIO * (median(values) ?? 0));
  const stretches = findStretches(
    layout,
    (value, position) => value > level && (unmatched?.values[position] ?? 100) > CUT_UNMATCHED_PERCENT,
  );
  const [worst] = stretches;
  const pYes = worst === undefined ? Math.min(0.45, 0.25 * (Math.max(...values) / level)) : standOut(worst.peak, level);
  const measurements = evidence.measurements(['layout_change', 'unmatched']);
  if (worst === undefined || pYes < 0.5)
    return {
      pYes,
      reason: 'Each frame follows from the one before; the picture never changes at once.',
      moments: [],
      measurements,
    };
  return {
    pYes,
    reason: `The picture changes at once at ${formatTimeRange(worst.startSeconds, worst.startSeconds)}: its layout differs by ${plain(worst.peak)} there, ${plain(median(values) ?? 0)} between other frames.`,
    moments: toMoments(stretches, 'jumps to another picture', evidence.span),
    measurements,
  };
};

export const smoothness: Answerer = (_question, evidence, calibration) => {
  const model = calibration.kinds.smoothness;
  const pYes = model === undefined ? null : probability(model, evidence);
  if (pYes === null) return TOO_FEW;
  if (pYes < 0.5)
    return throughout(evidence, pYes, 'motion_change', 'Motion jumps instead of flowing.', 'motion jumps');
  const measurements = evidence.measurements(['motion_change', 'jitter']);
  const [first] = measurements;
  return {
    pYes,
    reason: `Motion is even. ${first === undefined ? '' : compare(first)}`.trim(),
    moments: [],
    measurements,
  };
};

export const deformation: Answerer = (_question, evidence, calibration) => {
  const model = calibration.kinds.deformation;
  const overall = model === undefined ? null : probability(model, evidence);
  if (overall === null) return TOO_FEW;
  const { stretches, level } = outlyingStretches(evidence, 'local_deformation', 60, 2);
  const [worst] = stretches;
  const local = worst === undefined ? 0 : standOut(worst.peak, level);
  const pYes = Math.max(overall, local);
  const measurements = evidence.measurements(['local_deformation', 'strain']);
  const [first] = measurements;
  if (pYes < 0.5)
    return {
      pYes,
      reason: `What moves keeps its shape. ${first === undefined ? '' : compare(first)}`.trim(),
      moments: [],
      measurements,
    };
  if (worst !== undefined && local >= 0.5)
    return {
      pYes,
      reason: `Part of the picture changes shape in a way its motion does not explain at ${formatTimeRange(worst.startSeconds, worst.endSeconds)}: ${plain(worst.peak)} % of its texture there, ${plain(median(evidence.values('local_deformation')) ?? 0)} % otherwise.`,
      moments: toMoments(stretches, 'changes shape', evidence.span),
      measurements,
    };
  return throughout(
    evidence,
    pYes,
    'local_deformation',
    'Parts change in ways their motion does not explain.',
    'changes shape',
  );
};

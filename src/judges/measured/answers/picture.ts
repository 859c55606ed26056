import type { QuestionKind } from '../../../domain/question.ts';
import { median } from '../../../domain/statistics.ts';
import { formatTimeRange } from '../../../domain/time.ts';
import type { Measurement } from '../../../domain/verdict.ts';
import type { Answerer } from '../answer.ts';
import { hill, type MeasuredEvidence, probability } from '../evidence.ts';
import { findStretches, toMoments } from '../moments.ts';
import { compare } from '../words.ts';

interface PictureRule {
  kind: QuestionKind;
  /** Signals that bear on it, the one the reason leads with first. */
  signals: readonly string[];
  /** Opening of the reason when the answer is yes, and when it is no. */
  yes: string;
  no: string;
  /** True when yes is the bad answer. */
  negative: boolean;
  label: string;
  /** A further probability of yes from what the calibration has no labels for; the larger one counts. */
  alsoYes?: (evidence: MeasuredEvidence) => number;
}

/** Answers a question about the look of the picture from the clip's level of a few signals. */
function pictureAnswerer(rule: PictureRule): Answerer {
  return (_question, evidence, calibration) => {
    const model = calibration.kinds[rule.kind];
    const fitted = model === undefined ? null : probability(model, evidence);
    if (fitted === null) return noReading(rule.signals, evidence);
    const pYes = Math.max(fitted, rule.alsoYes?.(evidence) ?? 0);
    const measurements = evidence.measurements(rule.signals);
    const bad = rule.negative ? pYes >= 0.5 : pYes < 0.5;
    const leading = (bad ? measurements.find((found) => unusual(found, evidence)) : undefined) ?? measurements[0];
    const opening = pYes >= 0.5 ? rule.yes : rule.no;
    const moments = bad && leading !== undefined ? worstMoments(leading, rule.label, evidence) : [];
    const [worst] = moments;
    const when = worst === undefined ? '' : ` It is worst at ${formatTimeRange(worst.startSeconds, worst.endSeconds)}.`;
    return {
      pYes,
      reason: `${opening} ${leading === undefined ? '' : compare(leading)}${when}`.trim(),
      moments,
      measurements,
    };
  };
}

function noReading(signals: readonly string[], evidence: MeasuredEvidence): { reason: string; remedy: string } {
  const missing = signals.map((id) => evidence.series(id)).find((series) => series?.summary === null);
  return {
    reason: `${missing?.name ?? 'What this needs'} could not be measured on this clip: no frame was large enough for it.`,
    remedy: 'Give a larger clip, or choose a judge with a vision model.',
  };
}

/** True when the value lies beyond the usual range on a side that is worse. */
function unusual({ signal, value, usual }: Measurement, evidence: MeasuredEvidence): boolean {
  const worse = evidence.series(signal)?.worse;
  if (value > usual[1]) return worse === 'high' || worse === 'both';
  return value < usual[0] && (worse === 'low' || worse === 'both');
}

/** Stretches in which the signal is at least as bad as the clip's median and beyond what is usual. */
function worstMoments(measurement: Measurement, label: string, evidence: MeasuredEvidence) {
  const series = evidence.series(measurement.signal);
  if (series === null) return [];
  const low = series.worse === 'low' || (series.worse === 'both' && measurement.value < measurement.usual[0]);
  const stretches = findStretches(
    series,
    (value) => (low ? value <= measurement.value : value >= measurement.value),
    (value) => (low ? -value : value),
  );
  return toMoments(stretches.slice(0, 1), label, evidence.span);
}

export const clarity = pictureAnswerer({
  kind: 'clarity',
  signals: ['fine_detail', 'sharpness', 'resolution'],
  yes: 'The picture is sharp.',
  no: 'The picture lacks fine detail.',
  negative: false,
  label: 'the picture is least sharp',
});

const noiseByPixels = pictureAnswerer({
  kind: 'noise',
  signals: ['noise'],
  yes: 'The picture is noisy.',
  no: 'The picture is clean.',
  negative: true,
  label: 'the picture is noisy',
});

/** A palette of at most 256 colours is dithered: grain then says nothing about the picture. */
const PALETTE = {
  reason:
    'A GIF has at most 256 colours, and the grain that their dithering leaves cannot be told from noise in the picture.',
  remedy: 'Give the video file that the GIF was made from.',
};

export const noise: Answerer = (question, evidence, calibration) =>
  evidence.clip.container === 'GIF' ? PALETTE : noiseByPixels(question, evidence, calibration);

/** Banded share of the picture, in per cent, that is as likely noticed as not. Not fitted: there are no labels. */
const VISIBLE_BANDING_PERCENT = 20;

export const compression = pictureAnswerer({
  kind: 'compression',
  signals: ['blocking', 'banding'],
  yes: 'The picture shows compression blocks or bands.',
  no: 'No compression blocks or bands stand out.',
  negative: true,
  label: 'blocks or bands show',
  // A palette makes bands of its own.
  alsoYes: (evidence) =>
    evidence.clip.container === 'GIF' ? 0 : hill(median(evidence.values('banding')) ?? 0, VISIBLE_BANDING_PERCENT, 2),
});

export const exposure = pictureAnswerer({
  kind: 'exposure',
  signals: ['brightness', 'clipping', 'contrast'],
  yes: 'The picture is well exposed.',
  no: 'Exposure is off.',
  negative: false,
  label: 'the exposure is off',
});

export const colour = pictureAnswerer({
  kind: 'colour',
  signals: ['colourfulness', 'colour_cast', 'contrast'],
  yes: 'Contrast and colours are lively.',
  no: 'The picture looks washed out or tinted.',
  negative: false,
  label: 'the colours are off',
});

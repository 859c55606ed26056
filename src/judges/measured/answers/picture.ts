import type { Moment } from '../../../domain/moment.ts';
import type { QuestionKind } from '../../../domain/question.ts';
import { median } from '../../../domain/statistics.ts';
import { formatTimeRange } from '../../../domain/time.ts';
import type { Answerer } from '../answer.ts';
import type { Model } from '../calibration.ts';
import { hill, type MeasuredEvidence, probability } from '../evidence.ts';
import { type Factor, factorOf, factorsOf, withShown } from '../factors.ts';
import { findStretches, toMoments } from '../moments.ts';
import { explain } from '../words.ts';

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
  /** A signal that points at no moment, and explains a good answer only where it lies beyond what is usual. */
  context?: string;
  /** A further probability of yes from what the calibration has no labels for; the larger one counts. */
  also?: { signal: string; pYes: (evidence: MeasuredEvidence) => number };
}

/** Answers a question about the look of the picture from the clip's level of a few signals. */
function pictureAnswerer(rule: PictureRule): Answerer {
  return (_question, evidence, calibration) => {
    const model = calibration.kinds[rule.kind];
    const fitted = model === undefined ? null : probability(model, evidence);
    if (model === undefined || fitted === null) return noReading(rule.signals, evidence);
    const also = rule.also?.pYes(evidence) ?? 0;
    const pYes = Math.max(fitted, also);
    const measurements = evidence.measurements(rule.signals);
    const bad = rule.negative ? pYes >= 0.5 : pYes < 0.5;
    const factors = deciding(rule, model, fitted, also, evidence);
    const leading = factors.find(({ measurement }) => measurement.signal !== rule.context);
    const moments = bad && leading !== undefined ? worstMoments(leading, rule.label, evidence) : [];
    const [worst] = moments;
    const when = worst === undefined ? '' : ` It is worst at ${formatTimeRange(worst.startSeconds, worst.endSeconds)}.`;
    return {
      pYes,
      finding: pYes >= 0.5 ? rule.yes : rule.no,
      because: `${explain(bad, factors)}${when}`,
      moments,
      measurements,
    };
  };
}

/** The measurements that made the answer, the worst first. */
function deciding(rule: PictureRule, model: Model, fitted: number, also: number, evidence: MeasuredEvidence): Factor[] {
  const factors = factorsOf(model, rule.negative, evidence);
  const bad = rule.negative ? Math.max(fitted, also) >= 0.5 : fitted < 0.5;
  if (!bad) {
    const telling = factors.filter(
      ({ measurement, deviation }) => measurement.signal !== rule.context || deviation > 1,
    );
    return withShown(telling, rule.signals, evidence);
  }
  const other = rule.also === undefined || also <= fitted ? null : factorOf(rule.also.signal, evidence);
  return other === null ? factors : [other];
}

function noReading(signals: readonly string[], evidence: MeasuredEvidence): { reason: string; remedy: string } {
  const missing = signals.map((id) => evidence.series(id)).find((series) => series?.summary === null);
  return {
    reason: `${missing?.name ?? 'What this needs'} could not be measured on this clip: no frame was large enough for it.`,
    remedy: 'Give a larger clip.',
  };
}

/** The worst stretch in which the signal is at least as bad as over the whole clip. */
function worstMoments({ measurement, worse }: Factor, label: string, evidence: MeasuredEvidence): Moment[] {
  const series = evidence.series(measurement.signal);
  if (series === null) return [];
  const low = worse === 'low';
  const stretches = findStretches(
    series,
    (value) => (low ? value <= measurement.value : value >= measurement.value),
    (value) => (low ? -value : value),
  );
  return toMoments(stretches.slice(0, 1), label, evidence.span);
}

export const clarity = pictureAnswerer({
  kind: 'clarity',
  signals: ['fine_detail', 'grain', 'sharpness'],
  yes: 'The picture is sharp.',
  no: 'The picture is not sharp.',
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
  also: {
    signal: 'banding',
    pYes: (evidence) =>
      evidence.clip.container === 'GIF' ? 0 : hill(median(evidence.values('banding')) ?? 0, VISIBLE_BANDING_PERCENT, 2),
  },
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

import type { Moment } from '../../../domain/moment.ts';
import type { QuestionKind } from '../../../domain/question.ts';
import { formatTimeRange } from '../../../domain/time.ts';
import type { Answerer } from '../answer.ts';
import type { MeasuredEvidence } from '../evidence.ts';
import { type Factor, factorOf, factorsOf, withShown } from '../factors.ts';
import { decidingEvent, judge } from '../judgement.ts';
import { findStretches, toMoment, toMoments } from '../moments.ts';
import { explain, explainEvent } from '../words.ts';

interface PictureRule {
  kind: QuestionKind;
  /** Signals that bear on it, the one the reason leads with first. */
  signals: readonly string[];
  /** Opening of the reason when the answer is yes, and when it is no. */
  yes: string;
  no: string;
  /** Opening when it is bad for a while. */
  forAWhile: string;
  /** True when yes is the bad answer. */
  negative: boolean;
  label: string;
}

/** Answers a question about the look of the picture from the clip's level of a few signals, and from where they leave it. */
function pictureAnswerer(rule: PictureRule): Answerer {
  return (_question, evidence, calibration) => {
    const model = calibration.kinds[rule.kind];
    const judgement = model === undefined ? null : judge(model, rule.negative, evidence);
    if (model === undefined || judgement === null) return noReading(rule.signals, evidence);
    const { pYes, bad } = judgement;
    const measurements = evidence.measurements(rule.signals);
    const event = decidingEvent(judgement);
    if (event !== null && event.model.shape !== 'level')
      return {
        pYes,
        finding: rule.forAWhile,
        because: explainEvent(event, evidence),
        moments: [toMoment(event.stretch, rule.label, evidence.span)],
        measurements,
      };
    const level = event === null ? null : factorOf(event.model.signal, evidence, event.model.worse, event.model.scale);
    const fitted = level === null ? factorsOf(model, rule.negative, evidence) : [level];
    const factors = bad ? fitted : withShown(fitted, rule.signals, evidence);
    const [leading] = factors;
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
  signals: ['edge_detail', 'fine_detail', 'grain', 'sharpness'],
  yes: 'The picture is sharp.',
  no: 'The picture is not sharp.',
  forAWhile: 'The picture loses its sharpness for a while.',
  negative: false,
  label: 'the picture is least sharp',
});

const noiseByPixels = pictureAnswerer({
  kind: 'noise',
  signals: ['noise'],
  yes: 'The picture is noisy.',
  no: 'The picture is clean.',
  forAWhile: 'Noise comes up for a while.',
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

export const compression = pictureAnswerer({
  kind: 'compression',
  signals: ['blocking', 'level_gaps'],
  yes: 'The picture shows compression blocks or bands.',
  no: 'No compression blocks or bands stand out.',
  forAWhile: 'Blocks or bands show for a while.',
  negative: true,
  label: 'blocks or bands show',
});

export const exposure = pictureAnswerer({
  kind: 'exposure',
  signals: ['brightness', 'clipping', 'contrast'],
  yes: 'The picture is well exposed.',
  no: 'Exposure is off.',
  forAWhile: 'The exposure is off for a while.',
  negative: false,
  label: 'the exposure is off',
});

export const colour = pictureAnswerer({
  kind: 'colour',
  signals: ['colourfulness', 'colour_cast', 'contrast'],
  yes: 'Contrast and colours are lively.',
  no: 'The picture looks washed out or tinted.',
  forAWhile: 'The picture is tinted for a while.',
  negative: false,
  label: 'the colours are off',
});

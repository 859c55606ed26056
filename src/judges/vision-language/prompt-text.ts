import type { Question } from '../../domain/question.ts';
import type { ReasoningSettings, ViewName } from '../../domain/reasoning.ts';
import { answerScore } from '../../domain/scoring.ts';
import { plainForModel } from '../../domain/text-for-models.ts';
import type { AnsweredVerdict, Verdict } from '../../domain/verdict.ts';
import type { ViewRequest } from './judge-api.ts';

/** What a view is told about besides its pictures. */
export interface ViewText {
  name: ViewName;
  /** Times of its pictures, in the order in which they are shown. */
  timesSeconds: readonly number[];
  durationSeconds: number;
  /** How many moments it shows frame by frame; 1 where it is not told. */
  moments?: number;
  /** For each picture, whether it is a close-up among whole frames; none where it is not told. */
  closeUps?: readonly boolean[];
  /** As `measuredNotes` gives them; "" for none. */
  notes: string;
}

/**
 * What all questions of a view share. The prompt is not in it: told what ought to be there, a model says that it is.
 * Strung together as introduction, captions with their pictures, line break and notes, it ends with a line break, so that a
 * question behind it begins with a token of its own.
 */
export function sharedText(view: ViewText): Pick<ViewRequest, 'introduction' | 'captions' | 'notes'> {
  const { timesSeconds, closeUps = [] } = view;
  return {
    introduction: introduction(view),
    captions: timesSeconds.map((timeSeconds, i) => frameCaption(i + 1, timeSeconds, closeUps[i] === true)),
    notes: view.notes,
  };
}

/** "Frame 3, at 1.25 s:". The number is the frame's place among those shown, from 1; reasons cite it so. */
export function frameCaption(number: number, timeSeconds: number, isCloseUp = false): string {
  return `\nFrame ${number}, at ${seconds(timeSeconds)}${isCloseUp ? ', close-up' : ''}:`;
}

function introduction({ name, timesSeconds, durationSeconds, moments = 1 }: ViewText): string {
  const count = timesSeconds.length;
  const frames = count === 1 ? 'This is 1 frame' : `These are ${count} frames`;
  const order = count === 1 ? '' : ', in order of time';
  const [first = 0, last = first] = [timesSeconds[0], timesSeconds.at(-1)];
  switch (name) {
    case 'overview':
      return `${frames} of one video of ${seconds(durationSeconds)}${order}.`;
    case 'moment':
      if (moments > 1) return `${frames} of ${moments} moments of one video${order}.`;
      return `${frames} of one moment of a video, from ${seconds(first)} to ${seconds(last)}${order}.`;
    case 'details':
      return count === 1 ? 'This is 1 close-up from a video.' : `These are ${count} close-ups from one video${order}.`;
  }
}

/**
 * One question as it is put to a model of 256 million parameters and more: short and concrete. No answer is given as an
 * example, and no time: small models repeat what they read.
 */
export function questionText({ text }: Pick<Question, 'text'>, depth: ReasoningSettings['depth']): string {
  const question = `Question: ${plainForModel(text)}`;
  if (depth === 'quick') return `${question}\nAnswer Yes or No.`;
  return [
    question,
    'First say in <think></think> what you see, in at most two sentences, with the times of the frames.',
    'Then answer Yes or No in <answer></answer>.',
  ].join('\n');
}

/** A finding is clear when the score of its answer is this near to 0 or 1. */
const CLEAR_WITHIN = 0.25;
const MOST_FINDINGS = 5;

/**
 * What was measured, as lines for a model: the first sentence of each clear answer that rests on measurements, with the time
 * of its worst moment, defects first. "" where nothing is clear.
 */
export function measuredNotes(verdicts: readonly Verdict[], questions: readonly Question[]): string {
  const polarities = new Map(questions.map(({ id, polarity }) => [id, polarity]));
  const clear = verdicts.flatMap((verdict) => {
    const polarity = polarities.get(verdict.questionId);
    if (polarity === undefined || verdict.status !== 'answered' || verdict.measurements.length === 0) return [];
    const score = answerScore(polarity, verdict.pYes);
    return Math.min(score, 1 - score) <= CLEAR_WITHIN ? [{ verdict, score }] : [];
  });
  if (clear.length === 0) return '';
  const lines = clear
    .sort((a, b) => a.score - b.score)
    .slice(0, MOST_FINDINGS)
    .map(({ verdict }) => `- ${finding(verdict)}`);
  return ['Measured in this video:', ...lines, ''].join('\n');
}

/** "Brightness flickers, from 1.20 s to 1.50 s." */
function finding({ reason, moments }: AnsweredVerdict): string {
  const sentence = plainForModel(/^.*?[.!?](?=\s|$)/su.exec(reason)?.[0] ?? reason).replace(/[.!?\s]+$/u, '');
  const worst = moments.find(({ outsideClip }) => !outsideClip);
  if (worst === undefined) return `${sentence}.`;
  const [from, to] = [seconds(worst.startSeconds), seconds(worst.endSeconds)];
  return `${sentence}, ${from === to ? `at ${from}` : `from ${from} to ${to}`}.`;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

import { DIMENSION_TEXT, DIMENSIONS, type Dimension } from '../domain/dimension.ts';
import type { Question } from '../domain/question.ts';
import { answerScore, isReliable, type Scores } from '../domain/scoring.ts';
import { formatTimeRange } from '../domain/time.ts';
import type { AnsweredVerdict, Verdict } from '../domain/verdict.ts';

/** From this score on a dimension is called good; below the other one it is called poor. */
const GOOD = 0.7;
const POOR = 0.4;

const PHRASES: Record<Dimension, { good: string; fair: string; poor: string }> = {
  visual_quality: { good: 'looks clean', fair: 'looks fair', poor: 'looks poor' },
  text_to_video_alignment: {
    good: 'matches most of the prompt',
    fair: 'matches part of the prompt',
    poor: 'matches little of the prompt',
  },
  temporal_consistency: {
    good: 'holds steady over time',
    fair: 'is not quite steady over time',
    poor: 'is unsteady over time',
  },
  factual_consistency: { good: 'is plausible', fair: 'is partly plausible', poor: 'is implausible' },
  dynamic_degree: { good: 'has plenty of motion', fair: 'has some motion', poor: 'has little motion' },
};

/** Answers that score above this are too uncertain to point at a moment as a defect. */
const CLEARLY_BAD = 0.4;

/** A dimension of which less than this share was answered is not summed up in words: one answer of ten says little. */
const ENOUGH_COVERAGE = 0.5;

/** What comes before the numbers: what the scores say, the worst moment, and what could not be judged. */
export function summarize(scores: Scores, questions: readonly Question[], verdicts: readonly Verdict[]): string {
  const phrases: string[] = [];
  const open: string[] = [];
  for (const dimension of DIMENSIONS) {
    const { score, coverage, asked } = scores.dimensions[dimension];
    if (asked === 0) continue;
    if (score === null || coverage < ENOUGH_COVERAGE) open.push(DIMENSION_TEXT[dimension].name.toLowerCase());
    else phrases.push(phraseOf(dimension, score));
  }
  if (phrases.length === 0) return 'Too little of this clip could be judged to sum it up.';
  const sentences = [`The clip ${joinPhrases(phrases)}.`];
  if (mostlyUnreliable(questions, verdicts)) sentences.unshift('Most of these answers are not reliable.');
  const worst = worstMoment(questions, verdicts);
  if (worst !== null) sentences.push(worst);
  if (open.length > 0) sentences.push(`Mostly or wholly not judged: ${joinPhrases(open)}.`);
  return sentences.join(' ');
}

/** Whether more than half of the answers that count came from a judge that believed in neither yes nor no. */
function mostlyUnreliable(questions: readonly Question[], verdicts: readonly Verdict[]): boolean {
  const counted = questions.flatMap(({ id, muted }) => {
    const verdict = verdicts.find(({ questionId }) => questionId === id);
    return muted || verdict?.status !== 'answered' ? [] : [verdict];
  });
  return counted.filter((verdict) => !isReliable(verdict)).length * 2 > counted.length;
}

function phraseOf(dimension: Dimension, score: number): string {
  const { good, fair, poor } = PHRASES[dimension];
  if (score >= GOOD) return good;
  return score < POOR ? poor : fair;
}

function joinPhrases(phrases: readonly string[]): string {
  if (phrases.length < 2) return phrases.join('');
  return `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`;
}

/** Names the moment of the defect that scored worst, when there is one that points at a moment. */
function worstMoment(questions: readonly Question[], verdicts: readonly Verdict[]): string | null {
  let worst: { score: number; verdict: AnsweredVerdict } | null = null;
  for (const verdict of verdicts) {
    if (verdict.status !== 'answered' || verdict.moments.length === 0) continue;
    const question = questions.find(({ id, muted }) => id === verdict.questionId && !muted);
    // Little motion is not a defect that happens somewhere.
    if (question === undefined || question.dimension === 'dynamic_degree') continue;
    const score = answerScore(question.polarity, verdict.pYes);
    if (score <= CLEARLY_BAD && (worst === null || score < worst.score)) worst = { score, verdict };
  }
  const moment = worst?.verdict.moments[0];
  if (moment === undefined) return null;
  return `Look at ${formatTimeRange(moment.startSeconds, moment.endSeconds)}, where ${moment.label}.`;
}

import { DIMENSIONS, type Dimension } from '../domain/dimension.ts';
import type { Question } from '../domain/question.ts';
import { answerScore, type Scores } from '../domain/scoring.ts';
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

/** The sentence before the numbers: what the scores say, the worst moment, and what nobody could judge. */
export function summarize(scores: Scores, questions: readonly Question[], verdicts: readonly Verdict[]): string {
  const assessed = DIMENSIONS.flatMap((dimension) => {
    const { score } = scores.dimensions[dimension];
    if (score === null) return [];
    const phrase = PHRASES[dimension];
    return [score >= GOOD ? phrase.good : score < POOR ? phrase.poor : phrase.fair];
  });
  if (assessed.length === 0) return 'Nothing in this clip could be judged.';
  const sentences = [`The clip ${joinPhrases(assessed)}.`];
  const worst = worstMoment(questions, verdicts);
  if (worst !== null) sentences.push(worst);
  return sentences.join(' ');
}

function joinPhrases(phrases: readonly string[]): string {
  if (phrases.length < 2) return phrases.join('');
  return `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`;
}

/** Names the moment of the answer that scored worst, when one answer is bad and points at a moment. */
function worstMoment(questions: readonly Question[], verdicts: readonly Verdict[]): string | null {
  let worst: { score: number; verdict: AnsweredVerdict } | null = null;
  for (const verdict of verdicts) {
    if (verdict.status !== 'answered' || verdict.moments.length === 0) continue;
    const question = questions.find(({ id, muted }) => id === verdict.questionId && !muted);
    if (question === undefined) continue;
    const score = answerScore(question.polarity, verdict.pYes);
    if (score < 0.5 && (worst === null || score < worst.score)) worst = { score, verdict };
  }
  const moment = worst?.verdict.moments[0];
  if (moment === undefined) return null;
  return `Look at ${formatTimeRange(moment.startSeconds, moment.endSeconds)}: ${moment.label}.`;
}

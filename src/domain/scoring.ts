import { type Dimension, mapDimensions } from './dimension.ts';
import type { Profile } from './profile.ts';
import type { Polarity, Question } from './question.ts';
import type { AnsweredVerdict, Verdict } from './verdict.ts';

/** A weighted mean with what it stands on. `score` is null, with a reason, when nothing was assessed: never 0, never 0.5. */
export interface Score {
  /** 0..1, 1 is best. */
  score: number | null;
  /** Questions asked and answered. */
  asked: number;
  assessed: number;
  /** assessed / asked; 0 when nothing was asked. */
  coverage: number;
  /** Why there is no score; null when there is one. */
  reason: string | null;
}

export interface ScoringOptions {
  profile: Profile;
  /** Leave out children whose parent was answered against them. Off by default: DSG found no gain (arXiv 2310.18235). */
  gateByParents: boolean;
}

export interface Scores {
  overall: Score;
  dimensions: Record<Dimension, Score>;
}

/** Under this probability for yes and no together, a verdict is marked unreliable. */
export const RELIABLE_MASS = 0.5;

/**
 * Score of one answer: the probability of the good one, 0..1.
 * @param pYes probability of yes given yes or no, 0..1
 */
export function answerScore(polarity: Polarity, pYes: number): number {
  return polarity === 'positive' ? pYes : 1 - pYes;
}

export function isReliable(verdict: AnsweredVerdict): boolean {
  return verdict.mass >= RELIABLE_MASS;
}

/**
 * Ids of questions that make no sense because a parent, or a parent's parent, was answered "no" (pYes < 0.5). A parent
 * that is missing, muted or not assessed rules nothing out. Cycles are harmless.
 */
export function notApplicable(questions: readonly Question[], verdicts: readonly Verdict[]): Set<string> {
  const denied = new Set<string>();
  for (const verdict of verdicts)
    if (verdict.status === 'answered' && verdict.pYes < 0.5) denied.add(verdict.questionId);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const ruledOut = new Set<string>();
  const visit = (question: Question, seen: ReadonlySet<string>): boolean =>
    question.parents.some((id) => {
      if (seen.has(id)) return false;
      if (denied.has(id)) return true;
      const parent = byId.get(id);
      return parent !== undefined && visit(parent, new Set(seen).add(id));
    });
  for (const question of questions) if (visit(question, new Set([question.id]))) ruledOut.add(question.id);
  return ruledOut;
}

/**
 * Adds verdicts up: a dimension is the weighted mean over its assessed questions, the overall score the profile-weighted
 * mean over assessed dimensions. Muted questions are not asked. Of several verdicts on one question the first counts.
 */
export function computeScores(
  questions: readonly Question[],
  verdicts: readonly Verdict[],
  options: ScoringOptions,
): Scores {
  const first = new Map<string, Verdict>();
  for (const verdict of verdicts) if (!first.has(verdict.questionId)) first.set(verdict.questionId, verdict);
  const skipped = options.gateByParents ? notApplicable(questions, verdicts) : new Set<string>();
  const asked = questions.filter((question) => !question.muted && !skipped.has(question.id));

  const dimensions = mapDimensions((dimension) => {
    const own = asked.filter((question) => question.dimension === dimension);
    let sum = 0;
    let weights = 0;
    let assessed = 0;
    for (const question of own) {
      const verdict = first.get(question.id);
      if (verdict?.status !== 'answered') continue;
      assessed++;
      sum += question.weight * answerScore(question.polarity, verdict.pYes);
      weights += question.weight;
    }
    return makeScore(sum, weights, own.length, assessed);
  });

  let sum = 0;
  let weights = 0;
  let assessed = 0;
  for (const [dimension, score] of Object.entries(dimensions) as [Dimension, Score][]) {
    assessed += score.assessed;
    if (score.score === null) continue;
    sum += options.profile.weights[dimension] * score.score;
    weights += options.profile.weights[dimension];
  }
  return { overall: makeScore(sum, weights, asked.length, assessed), dimensions };
}

function makeScore(sum: number, weights: number, asked: number, assessed: number): Score {
  const coverage = asked === 0 ? 0 : assessed / asked;
  if (weights > 0) return { score: Math.min(1, Math.max(0, sum / weights)), asked, assessed, coverage, reason: null };
  return { score: null, asked, assessed, coverage, reason: whyNoScore(asked, assessed) };
}

function whyNoScore(asked: number, assessed: number): string {
  if (asked === 0) return 'No question was asked.';
  if (assessed === 0) return 'None of the questions could be answered by the judges in this run.';
  return 'Every answered question, or its dimension, has weight 0.';
}

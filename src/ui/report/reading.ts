import { type Dimension, mapDimensions } from '../../domain/dimension.ts';
import type { Question } from '../../domain/question.ts';
import { answerScore, isReliable, notApplicable } from '../../domain/scoring.ts';
import type { AnsweredVerdict, Verdict } from '../../domain/verdict.ts';

/** How an answer reads to a person. */
export type Standing = 'problem' | 'unsure' | 'good' | 'unassessed' | 'not_applicable' | 'muted';

/** A question with everything the page says about it. */
export interface QuestionReading {
  question: Question;
  standing: Standing;
  /** The verdict that counts; null when none has come. */
  verdict: Verdict | null;
  /** What other judges said. */
  others: readonly Verdict[];
  /** Score of the answer, 0..1, 1 is best; null when there is none. */
  score: number | null;
  /** The question whose "no" makes this one senseless; null when it applies. */
  ruledOutBy: Question | null;
}

/** An answer this close to 0.5 says neither yes nor no. */
const UNSURE_MARGIN = 0.1;

export function standingOf(question: Question, verdict: AnsweredVerdict): 'problem' | 'unsure' | 'good' {
  const score = answerScore(question.polarity, verdict.pYes);
  if (!isReliable(verdict) || Math.abs(score - 0.5) < UNSURE_MARGIN) return 'unsure';
  return score < 0.5 ? 'problem' : 'good';
}

const ORDER: Readonly<Record<Standing, number>> = {
  problem: 0,
  unsure: 0,
  good: 0,
  unassessed: 1,
  not_applicable: 2,
  muted: 3,
};

/** Worst answers first, then what was not answered, what does not apply, and what the person left out. */
export function compareReadings(a: QuestionReading, b: QuestionReading): number {
  return ORDER[a.standing] - ORDER[b.standing] || (a.score ?? 0) - (b.score ?? 0);
}

/** Reads questions and verdicts for the page, grouped by dimension in the order given. */
export function readQuestions(
  questions: readonly Question[],
  verdicts: readonly Verdict[],
): Record<Dimension, QuestionReading[]> {
  const byQuestion = new Map<string, Verdict[]>();
  for (const verdict of verdicts)
    byQuestion.set(verdict.questionId, [...(byQuestion.get(verdict.questionId) ?? []), verdict]);
  const ruledOut = notApplicable(questions, verdicts);
  const readings = questions.map((question): QuestionReading => {
    const [verdict = null, ...others] = byQuestion.get(question.id) ?? [];
    const answered = verdict?.status === 'answered' ? verdict : null;
    const standing = question.muted
      ? 'muted'
      : ruledOut.has(question.id)
        ? 'not_applicable'
        : answered === null
          ? 'unassessed'
          : standingOf(question, answered);
    const score = answered === null ? null : answerScore(question.polarity, answered.pYes);
    const ruledOutBy = ruledOut.has(question.id) ? deniedAncestor(question, questions, byQuestion) : null;
    return { question, standing, verdict, others, score, ruledOutBy };
  });
  return mapDimensions((dimension) => readings.filter(({ question }) => question.dimension === dimension));
}

/** The nearest question above that was answered "no". */
function deniedAncestor(
  question: Question,
  questions: readonly Question[],
  verdicts: ReadonlyMap<string, readonly Verdict[]>,
): Question | null {
  const seen = new Set([question.id]);
  const waiting = [...question.parents];
  for (const id of waiting) {
    const parent = questions.find((candidate) => candidate.id === id);
    if (parent === undefined || seen.has(id)) continue;
    seen.add(id);
    if (verdicts.get(id)?.some((verdict) => verdict.status === 'answered' && verdict.pYes < 0.5)) return parent;
    waiting.push(...parent.parents);
  }
  return null;
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  problem: 'Problem',
  unsure: 'Uncertain',
  good: 'Good',
  unassessed: 'Not assessed',
  not_applicable: 'Does not apply',
  muted: 'Left out',
};

/** What would get a dimension assessed: what most of its questions wait for. */
export function remedyLine(dimension: Dimension, readings: readonly QuestionReading[]): string {
  if (readings.length === 0)
    return dimension === 'text_to_video_alignment' ? 'Judge the clip again with its prompt.' : '';
  const counts = new Map<string, number>();
  for (const { verdict } of readings)
    if (verdict?.status === 'unassessed') counts.set(verdict.remedy, (counts.get(verdict.remedy) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** One line on why a dimension scored as it did: its worst answer's reason, or that nothing was found. */
export function whyLine(readings: readonly QuestionReading[]): string {
  const counted = readings.filter(({ score, standing }) => score !== null && standing !== 'muted');
  const worst = counted.toSorted(compareReadings)[0];
  if (worst?.verdict === undefined || worst.verdict === null) return '';
  if (worst.standing === 'good') return counted.length === 1 ? worst.verdict.reason : 'Nothing wrong was found.';
  return worst.verdict.reason;
}

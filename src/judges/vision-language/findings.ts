import type { Box } from '../../domain/box.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Question, QuestionKind } from '../../domain/question.ts';
import { answerScore } from '../../domain/scoring.ts';
import type { Verdict } from '../../domain/verdict.ts';

/** A defect that an earlier judge found, and when. */
export interface Finding {
  questionId: string;
  /** Worst first; at least one, all within the clip. */
  moments: readonly [Moment, ...Moment[]];
}

/** Defects of some kinds that earlier judges found at moments they can name, the surest first. */
export function findings(
  questions: readonly Question[],
  said: readonly Verdict[],
  kinds: ReadonlySet<QuestionKind>,
): Finding[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const found = said.flatMap((verdict) => {
    const question = byId.get(verdict.questionId);
    if (verdict.status !== 'answered' || question === undefined || !kinds.has(question.kind)) return [];
    const [worst, ...others] = verdict.moments.filter(({ outsideClip }) => !outsideClip);
    const score = answerScore(question.polarity, verdict.pYes);
    if (worst === undefined || score >= 0.5) return [];
    const finding: Finding = { questionId: question.id, moments: [worst, ...others] };
    return [{ score, finding }];
  });
  return found.sort((a, b) => a.score - b.score).map(({ finding }) => finding);
}

/** Two moments that share this much of the time they take together are one. */
const SAME_SHARE = 0.5;

/**
 * Findings whose worst moments are the same, together: what shows one shows the others.
 * @param aroundSeconds what is shown around a moment, on each side
 */
export function groupFindings(found: readonly Finding[], aroundSeconds: number): [Finding, ...Finding[]][] {
  const groups: [Finding, ...Finding[]][] = [];
  for (const finding of found) {
    const group = groups.find((others) => others.every((other) => isSame(other, finding, aroundSeconds)));
    if (group === undefined) groups.push([finding]);
    else group.push(finding);
  }
  return groups;
}

function isSame({ moments: [a] }: Finding, { moments: [b] }: Finding, aroundSeconds: number): boolean {
  const elsewhere = a.box !== undefined && b.box !== undefined && !overlap(a.box, b.box);
  return !elsewhere && sharedTime(a, b, aroundSeconds) >= SAME_SHARE;
}

function overlap(a: Box, b: Box): boolean {
  const along = (from: number, length: number, otherFrom: number, otherLength: number) =>
    from < otherFrom + otherLength && otherFrom < from + length;
  return along(a.x, a.width, b.x, b.width) && along(a.y, a.height, b.y, b.height);
}

/** Intersection over union of two moments with their surroundings, 0..1. */
function sharedTime(a: Moment, b: Moment, around: number): number {
  const both = Math.min(a.endSeconds, b.endSeconds) - Math.max(a.startSeconds, b.startSeconds) + 2 * around;
  const either = Math.max(a.endSeconds, b.endSeconds) - Math.min(a.startSeconds, b.startSeconds) + 2 * around;
  return Math.max(0, both) / either;
}

import type { Box } from '../../domain/box.ts';
import type { Report } from '../../domain/report.ts';
import { answerScore } from '../../domain/scoring.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';

/** A stretch of the clip that an answer points at as a defect. */
export interface Marker {
  questionId: string;
  startSeconds: number;
  endSeconds: number;
  label: string;
  /** Where in the picture; absent where that is not known. */
  box?: Box | undefined;
  /** Row in which it overlaps no other, from 0. */
  lane: number;
}

/** More rows than this would push the signals off the page; what does not fit shares the last one. */
const MOST_LANES = 3;
/** Two markers nearer than this share of the clip would look like one. */
const GAP = 0.01;

/** Where the clip goes wrong: the moments of bad answers that count, earliest first. */
export function defectMarkers({
  questions,
  verdicts,
  clip,
}: Pick<Report, 'questions' | 'verdicts' | 'clip'>): Marker[] {
  const found = badAnswers({ questions, verdicts }).flatMap(({ questionId, moments }) =>
    moments
      .filter(({ outsideClip }) => !outsideClip)
      .map(({ startSeconds, endSeconds, label, box }) => ({ questionId, startSeconds, endSeconds, label, box })),
  );
  found.sort((a, b) => a.startSeconds - b.startSeconds);
  const gap = clip.durationSeconds * GAP;
  const ends: number[] = [];
  return found.map((marker) => {
    const free = ends.findIndex((end) => end + gap <= marker.startSeconds);
    const lane = Math.min(MOST_LANES - 1, free >= 0 ? free : ends.length);
    ends[lane] = Math.max(ends[lane] ?? 0, marker.endSeconds);
    return { ...marker, lane };
  });
}

/** Ids of the signals that the answers behind the defect markers rest on. */
export function signalsOfDefects(report: Pick<Report, 'questions' | 'verdicts'>): Set<string> {
  const pointing = badAnswers(report).filter(({ moments }) => moments.length > 0);
  return new Set(pointing.flatMap(({ measurements }) => measurements.map(({ signal }) => signal)));
}

/** The answers that count, one a question, as far as they are bad. */
function badAnswers({ questions, verdicts }: Pick<Report, 'questions' | 'verdicts'>): AnsweredVerdict[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const bad: AnsweredVerdict[] = [];
  const seen = new Set<string>();
  for (const verdict of verdicts) {
    const question = byId.get(verdict.questionId);
    if (seen.has(verdict.questionId) || question === undefined || question.muted) continue;
    seen.add(verdict.questionId);
    if (verdict.status === 'answered' && answerScore(question.polarity, verdict.pYes) < 0.5) bad.push(verdict);
  }
  return bad;
}

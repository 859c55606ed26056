import type { Report } from '../../domain/report.ts';
import { computeScores } from '../../domain/scoring.ts';
import { summarize } from '../../evaluate/summary.ts';

export interface ScoringChange {
  settings?: Partial<Pick<Report['settings'], 'profile' | 'gateByParents'>>;
  /** A question to leave out of the score, or to count again. */
  mute?: { questionId: string; muted: boolean };
}

/** The same answers added up another way; the report says by its settings how. */
export function rescore(report: Report, { settings, mute }: ScoringChange): Report {
  const questions =
    mute === undefined
      ? report.questions
      : report.questions.map((question) =>
          question.id === mute.questionId ? { ...question, muted: mute.muted } : question,
        );
  const newSettings = { ...report.settings, ...settings };
  const scores = computeScores(questions, report.verdicts, newSettings);
  return {
    ...report,
    settings: newSettings,
    questions,
    ...scores,
    summary: summarize(scores, questions, report.verdicts),
  };
}

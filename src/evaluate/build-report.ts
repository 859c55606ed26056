import type { Clip, Notice } from '../domain/clip.ts';
import type { Question } from '../domain/question.ts';
import { REPORT_SCHEMA_ID, type Report } from '../domain/report.ts';
import { computeScores } from '../domain/scoring.ts';
import type { SignalSeries } from '../domain/signal.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { JudgeCard } from '../judges/judge.ts';
import type { EvaluationSettings } from './evaluation.ts';
import { summarize } from './summary.ts';

export interface ReportParts {
  clip: Clip;
  prompt: string | null;
  settings: EvaluationSettings;
  questions: Question[];
  verdicts: Verdict[];
  signals: SignalSeries[];
  frames: Report['frames'];
  judges: readonly JudgeCard[];
  notices: Notice[];
  timingsSeconds: Record<string, number>;
}

/** Adds the verdicts up and puts everything a reader needs to repeat the run into one report. */
export function buildReport(parts: ReportParts): Report {
  const { settings, questions, verdicts } = parts;
  const scores = computeScores(questions, verdicts, settings);
  return {
    schema: REPORT_SCHEMA_ID,
    id: crypto.randomUUID(),
    createdAt: new Date().toISOString(),
    app: { name: 'loupe', version: __APP_VERSION__ },
    clip: parts.clip,
    prompt: parts.prompt,
    settings,
    summary: summarize(scores, questions, verdicts),
    overall: scores.overall,
    dimensions: scores.dimensions,
    questions,
    verdicts,
    signals: parts.signals,
    frames: parts.frames,
    judges: parts.judges.map(({ id, name, version, backend }) => ({ id, name, version, backend })),
    notices: parts.notices,
    timingsSeconds: parts.timingsSeconds,
  };
}

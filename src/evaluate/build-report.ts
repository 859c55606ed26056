import type { Clip, Notice } from '../domain/clip.ts';
import type { Question } from '../domain/question.ts';
import { REPORT_SCHEMA_ID, type Report } from '../domain/report.ts';
import { computeScores } from '../domain/scoring.ts';
import type { SignalSeries } from '../domain/signal.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { EvaluationSettings } from './evaluation.ts';
import type { JudgeRun } from './judge-clip.ts';
import { summarize } from './summary.ts';

export interface ReportParts {
  clip: Clip;
  prompt: string | null;
  settings: EvaluationSettings;
  questions: readonly Question[];
  verdicts: Verdict[];
  signals: SignalSeries[];
  frames: Report['frames'];
  judges: readonly JudgeRun[];
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
    questions: [...questions],
    verdicts,
    signals: parts.signals,
    frames: parts.frames,
    judges: parts.judges.map(judgeEntry),
    ...detectionsOf(parts.judges),
    notices: parts.notices,
    timingsSeconds: parts.timingsSeconds,
  };
}

/** Of the first judge that looked for things. */
function detectionsOf(judges: readonly JudgeRun[]): Pick<Report, 'detections'> {
  const found = judges.find(({ detections }) => detections !== null)?.detections ?? null;
  return found === null ? {} : { detections: found };
}

/** A model may have come down to another device than its card names. */
function judgeEntry({ card, model }: JudgeRun): Report['judges'][number] {
  const { id, name, version, backend, kinds, calibrationVersion } = card;
  return {
    ...{ id, name, version, backend: model?.rung?.device ?? backend, kinds, calibrationVersion },
    ...(model === null ? {} : { model }),
  };
}

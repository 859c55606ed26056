import type { Clip, Notice } from '../../domain/clip.ts';
import type { ErrorData } from '../../domain/error.ts';
import type { Still } from '../../domain/frame.ts';
import { type Progress, STAGES, type Stage } from '../../domain/progress.ts';
import type { Question } from '../../domain/question.ts';
import type { Rung } from '../../domain/reasoning.ts';
import type { SignalSeries } from '../../domain/signal.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { EvaluationEvent } from '../../evaluate/evaluation.ts';
import type { JudgeEvent } from '../../judges/judge.ts';

/** What a judge does, apart from writing and giving up. */
export type JudgeWork = Exclude<JudgeEvent, { type: 'abandoned' | 'rationale' }>;

/** A judge that takes its time, as far as it tells. */
export interface WorkingJudge {
  id: string;
  /** What it does now; null from giving a rung up until the next one begins. */
  work: JudgeWork | null;
  /** Rungs it has given up, and why. */
  abandoned: readonly { rung: Rung; error: ErrorData }[];
}

/** A rationale as far as it is written. */
export interface Writing {
  /** Id of the judge that writes it. */
  judge: string;
  /** Untrusted text. */
  text: string;
}

/** A run under way, as far as its events tell. */
export interface Run {
  file: File;
  prompt: string;
  /** `auto`, or the id of the one judge asked. */
  judge: string;
  clip: Clip | null;
  notices: readonly Notice[];
  questions: readonly Question[];
  /** The first answer to each question so far, or the first reason why there is none. */
  verdicts: ReadonlyMap<string, Verdict>;
  /** In the order in which they began. */
  judges: readonly WorkingJudge[];
  /** What is being written just now, by question. */
  writing: ReadonlyMap<string, Writing>;
  stills: readonly Still[];
  signals: readonly SignalSeries[];
  stages: Partial<Record<Stage, Progress>>;
  stage: Stage;
  remainingSeconds: number | null;
  stopping: boolean;
}

export function newRun({ file, prompt, judge }: Pick<Run, 'file' | 'prompt' | 'judge'>): Run {
  return {
    file,
    prompt,
    judge,
    clip: null,
    notices: [],
    questions: [],
    verdicts: new Map(),
    judges: [],
    writing: new Map(),
    stills: [],
    signals: [],
    stages: {},
    stage: 'probe',
    remainingSeconds: null,
    stopping: false,
  };
}

export function reduceRun(run: Run, event: EvaluationEvent): Run {
  switch (event.type) {
    case 'progress': {
      const { progress, remainingSeconds } = event;
      const stages = { ...run.stages, [progress.stage]: progress };
      // Questions are written beside the frames: what was begun later is what is shown.
      const late = STAGES.indexOf(progress.stage) < STAGES.indexOf(run.stage);
      return late ? { ...run, stages } : { ...run, stages, stage: progress.stage, remainingSeconds };
    }
    case 'clip':
      return { ...run, clip: event.clip, notices: event.notices };
    case 'questions':
      return { ...run, questions: event.questions };
    case 'stills':
      return { ...run, stills: mergeStills(run.stills, event.stills) };
    case 'signals':
      return { ...run, signals: event.signals };
    case 'judge':
      return reduceJudge(run, event.judge, event.event);
    case 'verdict':
      return reduceVerdict(run, event.verdict);
  }
}

function reduceJudge(run: Run, id: string, event: JudgeEvent): Run {
  if (event.type === 'rationale') {
    const { questionId, text } = event;
    return { ...run, writing: new Map(run.writing).set(questionId, { judge: id, text }) };
  }
  const before = run.judges.find((judge) => judge.id === id) ?? { id, work: null, abandoned: [] };
  if (event.type !== 'abandoned') return withJudge(run, { ...before, work: event });
  const { rung, error } = event;
  // What it was writing is written anew on the next rung.
  const writing = new Map([...run.writing].filter(([, { judge }]) => judge !== id));
  return withJudge({ ...run, writing }, { id, work: null, abandoned: [...before.abandoned, { rung, error }] });
}

function withJudge(run: Run, judge: WorkingJudge): Run {
  const known = run.judges.some(({ id }) => id === judge.id);
  const judges = known ? run.judges.map((other) => (other.id === judge.id ? judge : other)) : [...run.judges, judge];
  return { ...run, judges };
}

function reduceVerdict(run: Run, verdict: Verdict): Run {
  const { questionId, judge } = verdict;
  const writing = new Map(run.writing);
  if (writing.get(questionId)?.judge === judge) writing.delete(questionId);
  // An answer replaces "no answer" of another judge; which answer counts in the end the report says.
  const answered = run.verdicts.get(questionId)?.status === 'answered';
  const verdicts = answered ? run.verdicts : new Map(run.verdicts).set(questionId, verdict);
  return { ...run, writing, verdicts };
}

function mergeStills(before: readonly Still[], added: readonly Still[]): Still[] {
  const byIndex = new Map(before.map((still) => [still.index, still]));
  for (const still of added) byIndex.set(still.index, still);
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}

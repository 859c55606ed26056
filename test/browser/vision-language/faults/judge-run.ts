import type { Question } from '../../../../src/domain/question.ts';
import {
  DEFAULT_REASONING,
  type ModelRun,
  type ReasoningSettings,
  type Rung,
} from '../../../../src/domain/reasoning.ts';
import type { AnsweredVerdict, Verdict } from '../../../../src/domain/verdict.ts';
import type { Evidence, JudgeEvent } from '../../../../src/judges/judge.ts';
import type { JudgeApi } from '../../../../src/judges/vision-language/judge-api.ts';
import { KeptModel } from '../../../../src/judges/vision-language/kept-model.ts';
import { makeVisionLanguageJudge } from '../../../../src/judges/vision-language/vision-language-judge.ts';
import { findModels } from '../../../../src/models/find-models.ts';
import type { FoundModel } from '../../../../src/models/found-model.ts';
import { WorkerClient } from '../../../../src/worker-client/worker-client.ts';
import { makeQuestion } from '../../../unit/make-question.ts';
import { makeReport } from '../../../unit/make-report.ts';
import { forever, MODELS_URL } from '../judge-worker.ts';
import { syntheticPicture } from '../synthetic-view.ts';
import { type Fault, nameOf } from './fault.ts';

export const WASM_Q8: Rung = { device: 'wasm', dtype: 'q8' };
export const WASM_Q4: Rung = { device: 'wasm', dtype: 'q4' };
export const WASM_FP32: Rung = { device: 'wasm', dtype: 'fp32' };
export const WEBGPU_Q4: Rung = { device: 'webgpu', dtype: 'q4' };

export const QUESTIONS: readonly Question[] = ['ball', 'dog', 'cloud', 'house'].map((id) =>
  makeQuestion(id, { kind: 'entity_present', dimension: 'text_to_video_alignment', text: `Is there a ${id}?` }),
);

const FRAMES = [0, 6, 12, 18];

/** A clip whose frames are drawn when they are asked for. */
export const EVIDENCE: Evidence = {
  clip: makeReport().clip,
  prompt: null,
  signals: [],
  frames: { indices: FRAMES, timesSeconds: FRAMES.map((index) => index / 4), runs: [[0, 18]] },
  pictures: async (requests) => requests.map(({ index, width, height }) => syntheticPicture(index, width, height)),
};

export interface RunParts {
  rungs: readonly Rung[];
  /** One for each worker that is started; further workers have none. */
  faults?: readonly (Fault | null)[];
  settings?: Partial<ReasoningSettings>;
  model?: FoundModel;
  evidence?: Evidence;
  questions?: readonly Question[];
  /** What judges before it said about them. */
  said?: readonly Verdict[];
  /** Where the model is left for the next run; it is not kept without. */
  kept?: KeptModel;
  signal?: AbortSignal;
  /** Workers started so far, the last one first. */
  onEvent?: (event: JudgeEvent, workers: readonly Worker[]) => void;
  onVerdict?: (verdict: Verdict, workers: readonly Worker[]) => void;
}

export interface JudgeRun {
  verdicts: AnsweredVerdict[];
  /** What was told, with the time of the page's clock in milliseconds. */
  events: (JudgeEvent & { at: number })[];
  /** What the answers ended with; null where they came to their end. */
  error: unknown;
  /** When they ended, in milliseconds. */
  endedAt: number;
  model: ModelRun | undefined;
}

/** The smallest checkpoint as the page finds it, two pictures at a time. */
export async function tinyModel(): Promise<FoundModel> {
  const models = await findModels(MODELS_URL, forever);
  const found = models.find(({ folder }) => folder === 'tiny-smolvlm');
  if (found === undefined) throw new Error('The tiny checkpoint is not served.');
  return { ...found, card: { ...found.card, framesPerView: 2 } };
}

/** Answers the questions in a session of its own, in workers that fail as they are told to. */
export async function runJudge(parts: RunParts): Promise<JudgeRun> {
  const { rungs, faults = [], settings = {}, questions = QUESTIONS, said = [], signal = forever } = parts;
  const workers: Worker[] = [];
  const startWorker = () => {
    const name = nameOf(faults[workers.length] ?? null);
    const worker = new Worker(new URL('./faulty-judge-worker.ts', import.meta.url), { type: 'module', name });
    workers.unshift(worker);
    return new WorkerClient<JudgeApi>(worker);
  };
  const judge = makeVisionLanguageJudge({
    model: parts.model ?? (await tinyModel()),
    rungs,
    startWorker,
    kept: parts.kept ?? new KeptModel(0),
  });
  const run: JudgeRun = { verdicts: [], events: [], error: null, endedAt: 0, model: undefined };
  const options = {
    settings: { ...DEFAULT_REASONING, depth: 'quick', ...settings } as const,
    onEvent: (event: JudgeEvent) => {
      run.events.push({ ...event, at: performance.now() });
      parts.onEvent?.(event, workers);
    },
  };
  const session = await judge.open(parts.evidence ?? EVIDENCE, options, signal);
  try {
    for await (const verdict of session.answer(questions, said, signal)) {
      if (verdict.status !== 'answered') throw new Error(`No answer: ${verdict.reason}`);
      run.verdicts.push(verdict);
      parts.onVerdict?.(verdict, workers);
    }
  } catch (reason) {
    run.error = reason;
  }
  run.endedAt = performance.now();
  run.model = session.modelRun?.();
  session.close();
  return run;
}

/**
 * Milliseconds from the last thing that was told of a rung before it was given up to its being given up: at least as long as
 * from the fault itself.
 */
export function delaysOfAbandoning({ events }: JudgeRun): number[] {
  return events.flatMap((event, i) => {
    const before = events[i - 1];
    return event.type === 'abandoned' && before !== undefined ? [event.at - before.at] : [];
  });
}

export const idsOf = (verdicts: readonly Verdict[]): string[] => verdicts.map(({ questionId }) => questionId);

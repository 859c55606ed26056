import { questionText } from '../../../src/judges/vision-language/prompt-text.ts';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import type { BenchCheckpoint } from '../api.ts';
import { benchQuestions, benchView } from './material.ts';
import type { NaiveApi, NaiveTimes } from './naive-worker.ts';

/** Side of the pictures that the checkpoints' vision encoder takes, in pixels. */
const SIDE = 512;

/** One question each. */
export interface NaiveRun extends NaiveTimes {
  /** What the processor takes when its size is set to the model's. */
  processAtOnceMs: number;
  peakBytes: number | null;
}

/** Asks one question the way public demos do, after a question about one frame that lets the machine warm up. */
export async function runNaive(
  checkpoint: BenchCheckpoint,
  depth: 'quick' | 'reasoned',
  newTokens: number,
): Promise<NaiveRun> {
  await window.loupePeakMemory?.();
  const { signal } = new AbortController();
  const client = new WorkerClient<NaiveApi>(
    new Worker(new URL('./naive-worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    const baseUrl = new URL('/models/', window.location.href).href;
    await client.call((remote) => remote.load(baseUrl, checkpoint), signal);
    const [first] = benchQuestions();
    if (first === undefined) throw new Error('There are no questions.');
    const question = questionText(first, depth);
    const { pictures, ...view } = benchView(SIDE, SIDE);
    const asked = { question, view, pictures };
    const short = { question, view: { ...view, captions: view.captions.slice(0, 1) }, pictures: pictures.slice(0, 1) };
    await client.call((remote) => remote.ask(short, newTokens), signal);
    const times = await client.call((remote) => remote.ask(asked, newTokens), signal);
    const peakBytes = (await window.loupePeakMemory?.()) ?? null;
    const processAtOnceMs = await client.call((remote) => remote.processAtOnce(asked), signal);
    return { ...times, processAtOnceMs, peakBytes };
  } finally {
    client.terminate();
  }
}

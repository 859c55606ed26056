import { questionText } from '../../../src/judges/vision-language/prompt-text.ts';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import type { BenchCheckpoint } from '../api.ts';
import { benchQuestions, benchView } from './material.ts';
import type { NaiveApi, NaiveQuestion, NaiveTimes } from './naive-worker.ts';

/** Side of the pictures that the checkpoints' vision encoder takes, in pixels. */
const SIDE = 512;

export interface NaiveRun {
  /** One question each, with pictures resized as the processor's file says, and straight to the model's size. */
  asShipped: NaiveTimes;
  resizedOnce: NaiveTimes | null;
  peakBytes: number | null;
}

/** Asks one question the way public demos do, after a question about one frame that lets the machine warm up. */
export async function runNaive(
  checkpoint: BenchCheckpoint,
  depth: 'quick' | 'reasoned',
  newTokens: number,
  { alsoResizedOnce }: { alsoResizedOnce: boolean },
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
    const { pictures, ...view } = benchView(SIDE, SIDE);
    const question = { question: questionText(first, depth), newTokens, longestEdge: null };
    const ask = (asked: NaiveQuestion) => client.call((remote) => remote.ask(asked), signal);
    await ask({ ...question, view: { ...view, captions: view.captions.slice(0, 1) }, pictures: pictures.slice(0, 1) });
    const asShipped = await ask({ ...question, view, pictures });
    const peakBytes = (await window.loupePeakMemory?.()) ?? null;
    const resizedOnce = alsoResizedOnce ? await ask({ ...question, view, pictures, longestEdge: SIDE }) : null;
    return { asShipped, resizedOnce, peakBytes };
  } finally {
    client.terminate();
  }
}

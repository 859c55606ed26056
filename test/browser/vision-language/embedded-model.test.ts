import { afterEach, expect, it } from 'vitest';
import type { Rung } from '../../../src/domain/reasoning.ts';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import reference from '../../fixtures/reference/loupe-small.json';
import { forever, MODELS_URL } from './judge-worker.ts';
import type { ProbeApi } from './probe-worker.ts';
import { syntheticPicture } from './synthetic-view.ts';

/** The model that ships with the app, as it is committed. */
const FOLDER = 'loupe-small';

let probe: WorkerClient<ProbeApi> | null = null;
afterEach(() => probe?.terminate());

async function verdictsOn(rung: Rung, views: number, questions: number): Promise<number[][]> {
  const opened = new WorkerClient<ProbeApi>(
    new Worker(new URL('./probe-worker.ts', import.meta.url), { type: 'module' }),
  );
  probe = opened;
  await opened.call((remote) => remote.load(MODELS_URL, FOLDER, rung), forever);
  const { width, height } = await opened.call((remote) => remote.grid(640, 360), forever);
  const answers: number[][] = [];
  for (const first of reference.firstFrames.slice(0, views)) {
    const pictures = Array.from({ length: reference.frames }, (_, i) => syntheticPicture(first + i, width, height));
    const view = {
      name: 'overview' as const,
      introduction: 'These are frames of a short video.',
      captions: pictures.map(({ timeSeconds }, i) => `\nFrame ${i + 1}, at ${timeSeconds.toFixed(2)} s:`),
      pictures,
      notes: '',
    };
    answers.push(
      await opened.call((remote) => remote.verdicts(view, reference.questions.slice(0, questions)), forever),
    );
  }
  return answers;
}

/** Greatest |ΔpYes| from PyTorch with the same weights: in q4 the weights are the same, in q8 they are others, and so are activations. */
const BOUNDS = { q4: 0.001, q8: 0.4 };

it.each([
  [{ device: 'wasm', dtype: 'q4' }, 2, 39],
  [{ device: 'wasm', dtype: 'q8' }, 1, 39],
  [{ device: 'webgpu', dtype: 'q4' }, 1, 12],
] as const)(
  'the shipped model answers as it does in PyTorch: %o',
  async (rung, views, questions) => {
    const answers = await verdictsOn(rung, views, questions);
    const differences = answers.flatMap((view, v) =>
      view.map((pYes, q) => Math.abs(pYes - (reference.pYes[v]?.[q] ?? Number.NaN))),
    );
    const greatest = Math.max(...differences);
    console.info(`${rung.device} ${rung.dtype}: ${differences.length} items, greatest ${greatest.toExponential(1)}`);
    expect(greatest).toBeLessThan(BOUNDS[rung.dtype]);
  },
  240_000,
);

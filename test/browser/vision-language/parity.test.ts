import { afterEach, describe, expect, it } from 'vitest';
import type { Rung } from '../../../src/domain/reasoning.ts';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import reference from '../../fixtures/reference/tiny-smolvlm.json';
import { forever, MODELS_URL } from './judge-worker.ts';
import type { ProbeApi } from './probe-worker.ts';
import { someQuestions } from './questions.ts';
import { syntheticPicture, syntheticPictures, syntheticView } from './synthetic-view.ts';

let probe: WorkerClient<ProbeApi> | null = null;
afterEach(() => probe?.terminate());

const WASM_FP32: Rung = { device: 'wasm', dtype: 'fp32' };

async function open(folder: string, rung: Rung): Promise<WorkerClient<ProbeApi>> {
  probe?.terminate();
  const opened = new WorkerClient<ProbeApi>(
    new Worker(new URL('./probe-worker.ts', import.meta.url), { type: 'module' }),
  );
  probe = opened;
  await opened.call((remote) => remote.load(MODELS_URL, folder, rung), forever);
  return opened;
}

async function viewOf(client: WorkerClient<ProbeApi>, frames: number) {
  const { width, height } = await client.call((remote) => remote.grid(640, 360), forever);
  return syntheticView(frames, width, height);
}

const greatest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

describe('the SmolVLM family against PyTorch, same weights and frames', () => {
  const { width, height, byteSums } = reference.frames;

  it('draws the same frames', () => {
    const sums = byteSums.map((_, index) => {
      const { rgba } = syntheticPicture(index, width, height);
      return rgba.reduce((sum, level, at) => (at % 4 === 3 ? sum : sum + level), 0);
    });
    expect(sums).toEqual(byteSums);
  });

  it('encodes a frame to the same features', async () => {
    const client = await open('tiny-smolvlm', WASM_FP32);
    const { positions, values } = reference.imageFeatures;
    const features = await client.call((remote) => remote.featuresOf(syntheticPicture(0, width, height)), forever);
    expect(greatest(positions.map((at, i) => (features[at] ?? Number.NaN) - (values[i] ?? 0)))).toBeLessThan(1e-4);
  });

  it.each(reference.cases)('gives the same token ids and logits for $frames frames', async (example) => {
    const client = await open('tiny-smolvlm', WASM_FP32);
    const { text, ids, tokenIds, logits, frames, bestId } = example;
    expect(await client.call((remote) => remote.idsOf(text, width, height), forever)).toEqual(ids);
    const pictures = syntheticPictures(frames, width, height);
    const given = await client.call((remote) => remote.logitsOf(ids, pictures, width, height), forever);
    expect(given.indexOf(Math.max(...given))).toBe(bestId);
    const deviation = greatest(tokenIds.map((id, i) => (given[id] ?? Number.NaN) - (logits[i] ?? 0)));
    expect(deviation).toBeLessThan(1e-3);
  });
});

/**
 * Greatest |ΔpYes| in q8 between a branch and the whole read at once. Activations are quantised with one scale for all tokens of a
 * run, so a question read alone is rounded otherwise than one read with the frames; recurrent states carry the difference on.
 */
const Q8_BOUND = { 'tiny-smolvlm': 0.05, 'tiny-smolvlm-plain': 0.05, 'tiny-qwen3-vl': 0.1, 'tiny-qwen3-5': 0.2 };

describe.each(['tiny-smolvlm', 'tiny-smolvlm-plain', 'tiny-qwen3-vl', 'tiny-qwen3-5'] as const)('%s', (folder) => {
  it.each([WASM_FP32, { device: 'wasm', dtype: 'q4' }] as const)(
    'answers on a branch as without one on $device in $dtype',
    async (rung) => {
      const client = await open(folder, rung);
      const view = await viewOf(client, 4);
      const results = await client.call((remote) => remote.branchAgainstWhole(view, someQuestions(8)), forever);
      expect(results.every(({ sameTokens }) => sameTokens)).toBe(true);
      expect(greatest(results.map(({ branch, whole }) => branch - whole))).toBeLessThan(1e-4);
      // The questions differ, and so must their answers.
      expect(new Set(results.map(({ branch }) => branch)).size).toBe(results.length);
    },
  );

  it('deviates on a branch in q8 only as far as activations share one scale', async () => {
    const client = await open(folder, { device: 'wasm', dtype: 'q8' });
    const view = await viewOf(client, 4);
    const results = await client.call((remote) => remote.branchAgainstWhole(view, someQuestions(8)), forever);
    const deviation = greatest(results.map(({ branch, whole }) => branch - whole));
    expect(deviation).toBeLessThan(Q8_BOUND[folder]);
    // On branches the same question gives the same answer, whatever else was asked before.
    const questions = someQuestions(8);
    const there = await client.call((remote) => remote.verdicts(view, questions), forever);
    const back = await client.call((remote) => remote.verdicts(view, questions.toReversed()), forever);
    expect(back.toReversed()).toEqual(there);
  });
});

describe('wasm against WebGPU', () => {
  it.each([
    ['tiny-smolvlm', 'q4', 50],
    ['tiny-smolvlm', 'fp32', 10],
    ['tiny-qwen3-vl', 'q4', 5],
    ['tiny-qwen3-5', 'fp32', 3],
  ] as const)(
    'answers alike: %s in %s, %i questions',
    async (folder, dtype, count) => {
      const questions = someQuestions(count);
      expect(questions).toHaveLength(count);
      const view = await viewOf(await open(folder, { device: 'wasm', dtype }), 4);
      const onWasm = await probe?.call((remote) => remote.verdicts(view, questions), forever);
      const gpu = await open(folder, { device: 'webgpu', dtype });
      const onGpu = await gpu.call((remote) => remote.verdicts(view, questions), forever);
      const deviation = greatest(onGpu.map((pYes, i) => pYes - (onWasm?.[i] ?? Number.NaN)));
      expect(deviation).toBeLessThan(1e-3);
    },
    120_000,
  );
});

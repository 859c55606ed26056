import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import reference from '../../fixtures/reference/smollm2-continuations.json';
import { forever, MODELS_URL } from './judge-worker.ts';
import type { ProbeApi } from './probe-worker.ts';

// Real weights: SmolLM2-135M as the text half of a SmolVLM checkpoint. It is half a gigabyte and never committed;
// training/reference/README.md says how to make it.
const FOLDER = 'smollm2-text';
const LEAST_TOKENS = 30;
const present = (await fetch(`${MODELS_URL}${FOLDER}/onnx/decoder_model_merged.onnx`, { method: 'HEAD' })).ok;

describe.skipIf(!present)('SmolLM2 through the shipped decoder', () => {
  let probe: WorkerClient<ProbeApi>;
  beforeAll(async () => {
    probe = new WorkerClient(new Worker(new URL('./probe-worker.ts', import.meta.url), { type: 'module' }));
    await probe.call((remote) => remote.load(MODELS_URL, FOLDER, { device: 'wasm', dtype: 'fp32' }), forever);
  }, 180_000);
  afterAll(() => probe.terminate());

  it.each(reference.tokenisation)('splits “$text” into the same tokens', async ({ text, ids }) => {
    expect(await probe.call((remote) => remote.idsOf(text, 640, 360), forever)).toEqual(ids);
  });

  it.each(reference.cases)(
    'continues as PyTorch does: $continuation',
    async ({ promptIds, continuationIds }) => {
      const written = await probe.call((remote) => remote.continuation(promptIds, continuationIds.length), forever);
      expect(continuationIds.length).toBeGreaterThanOrEqual(LEAST_TOKENS);
      expect(written).toEqual(continuationIds);
    },
    300_000,
  );
});

import { expect, it } from 'vitest';
import { KeptModel } from '../../../../src/judges/vision-language/kept-model.ts';
import { EVIDENCE, type JudgeRun, runJudge, WASM_FP32, WASM_Q4 } from './judge-run.ts';

/** The same frames in the opposite order: another clip, of another size. */
const OTHER_CLIP = {
  ...EVIDENCE,
  clip: { ...EVIDENCE.clip, width: 480, height: 640 },
  pictures: async (...asked: Parameters<typeof EVIDENCE.pictures>) => (await EVIDENCE.pictures(...asked)).reverse(),
};

const loads = ({ events }: JudgeRun): number =>
  events.filter((event) => event.type === 'loading' && event.loadedBytes === 0).length;
const answersOf = ({ verdicts }: JudgeRun): number[] => verdicts.map(({ pYes }) => pYes);

it('judges the next clip by the model that is in memory, as one freshly loaded does', async () => {
  const kept = new KeptModel();
  const first = await runJudge({ rungs: [WASM_Q4], kept });
  const next = await runJudge({ rungs: [WASM_Q4], kept, evidence: OTHER_CLIP });
  const again = await runJudge({ rungs: [WASM_Q4], kept });
  const fresh = await runJudge({ rungs: [WASM_Q4], evidence: OTHER_CLIP });
  expect([first, next, again, fresh].map(loads)).toEqual([1, 0, 0, 1]);
  expect(answersOf(next)).toEqual(answersOf(fresh));
  expect(answersOf(again)).toEqual(answersOf(first));
  expect(answersOf(next)).not.toEqual(answersOf(first));
  expect(next.model).toEqual(fresh.model);
});

it('loads it anew where its worker died while it waited, and gives no rung up for that', async () => {
  const kept = new KeptModel();
  let worker: Worker | undefined;
  await runJudge({ rungs: [WASM_Q4, WASM_FP32], kept, onEvent: (_, [newest]) => (worker = newest) });
  worker?.terminate();
  const next = await runJudge({ rungs: [WASM_Q4, WASM_FP32], kept });
  expect(next.error).toBeNull();
  expect(loads(next)).toBe(1);
  expect(next.model?.abandoned).toEqual([]);
});

it('stays on the rung that worked, and says which ones had not', async () => {
  const kept = new KeptModel();
  const faults = [{ at: 'memory' }] as const;
  const first = await runJudge({ rungs: [WASM_FP32, WASM_Q4], kept, faults });
  const next = await runJudge({ rungs: [WASM_FP32, WASM_Q4], kept });
  expect(first.model?.abandoned).toHaveLength(1);
  expect(loads(next)).toBe(0);
  expect(next.model?.rung).toEqual(WASM_Q4);
  expect(next.model?.abandoned).toEqual(first.model?.abandoned);
});

it('keeps no model longer than it is told to, none of a clip that was cancelled, and none for other ways to run it', async () => {
  const brief = new KeptModel(0);
  await runJudge({ rungs: [WASM_Q4], kept: brief });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(loads(await runJudge({ rungs: [WASM_Q4], kept: brief }))).toBe(1);

  const kept = new KeptModel();
  const controller = new AbortController();
  const onEvent = ({ type }: { type: string }) => type === 'looking' && controller.abort();
  await runJudge({ rungs: [WASM_Q4], kept, signal: controller.signal, onEvent });
  expect(loads(await runJudge({ rungs: [WASM_Q4], kept }))).toBe(1);
  expect(loads(await runJudge({ rungs: [WASM_FP32], kept }))).toBe(1);
});

it('says so where the settings leave no way to run the model', async () => {
  const { error, verdicts } = await runJudge({ rungs: [WASM_Q4], settings: { device: 'webgpu' } });
  expect(error).toMatchObject({ code: 'model_missing', message: 'The model cannot be run on the GPU here.' });
  expect(verdicts).toEqual([]);
});

import { beforeAll, expect, it } from 'vitest';
import type { Rung } from '../../../../src/domain/reasoning.ts';
import type { Fault } from './fault.ts';
import {
  delaysOfAbandoning,
  idsOf,
  type JudgeRun,
  QUESTIONS,
  runJudge,
  WASM_FP32,
  WASM_Q4,
  WASM_Q8,
  WEBGPU_Q4,
} from './judge-run.ts';

const VANISHES: Fault = { at: 'ask', afterEvents: 1, what: 'the worker vanishes' };

/** What each rung answers when nothing goes wrong, by rung, in the order of the questions. */
const undisturbed = new Map<Rung, number[]>();

beforeAll(async () => {
  for (const rung of [WASM_Q8, WASM_Q4, WASM_FP32]) {
    const { verdicts, error } = await runJudge({ rungs: [rung] });
    expect(error).toBeNull();
    undisturbed.set(
      rung,
      verdicts.map(({ pYes }) => pYes),
    );
  }
});

/**
 * Each question was answered once, in order, and as the rung that it fell to answers it when nothing goes wrong.
 * @returns the rung of each answer
 */
function answeringRungs({ error, events, verdicts }: JudgeRun): Rung[] {
  expect(error).toBeNull();
  expect(idsOf(verdicts)).toEqual(QUESTIONS.map(({ id }) => id));
  const rungs = events.flatMap((event) => (event.type === 'answering' ? [event.rung] : []));
  expect(rungs).toHaveLength(QUESTIONS.length);
  for (const [i, rung] of rungs.entries()) {
    const alone = undisturbed.get(rung)?.[i];
    if (alone !== undefined) expect(verdicts[i]?.pYes).toBeCloseTo(alone, 5);
  }
  return rungs;
}

function expectAbandonedSoon(run: JudgeRun, rungs: readonly Rung[], code: string): void {
  expect(run.model?.abandoned).toEqual(rungs.map((rung) => ({ rung, code, message: expect.any(String) })));
  for (const delay of delaysOfAbandoning(run)) expect(delay).toBeLessThan(2000);
}

it('workers that are killed or vanish, one after another, cost no answer', async () => {
  const run = await runJudge({
    rungs: [WASM_Q8, WASM_Q4, WASM_FP32, WASM_Q8],
    faults: [null, VANISHES],
    onEvent: ({ type }, workers) => {
      if (type === 'looking' && workers.length === 1) workers[0]?.terminate();
    },
    onVerdict: ({ questionId }, workers) => {
      if (questionId === 'dog') workers[0]?.terminate();
    },
  });
  expectAbandonedSoon(run, [WASM_Q8, WASM_Q4, WASM_FP32], 'worker_crashed');
  // The third may have got one more answer out before it was killed.
  expect(answeringRungs(run)).toEqual([WASM_Q4, WASM_FP32, expect.anything(), WASM_Q8]);
  expect(run.model?.rung).toEqual(WASM_Q8);
});

it('workers that vanish on every rung leave the answers they gave, and say so', async () => {
  const run = await runJudge({ rungs: [WASM_Q8, WASM_Q4], faults: [VANISHES, VANISHES] });
  expect(run.error).toMatchObject({ code: 'worker_crashed' });
  expect(idsOf(run.verdicts)).toEqual(['ball', 'dog']);
  expectAbandonedSoon(run, [WASM_Q8, WASM_Q4], 'worker_crashed');
});

/** A GPU that the processor plays takes its time. */
const SOFTWARE_GPU_MILLISECONDS = 120_000;

it('a device that is lost while it looks, and again while it answers, costs no answer', {
  timeout: SOFTWARE_GPU_MILLISECONDS,
}, async (context) => {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) return context.skip('This browser has no WebGPU.');
  const run = await runJudge({
    rungs: [WEBGPU_Q4, WEBGPU_Q4, WASM_Q8],
    faults: [
      { at: 'look', afterEvents: 1, what: 'the device is lost' },
      { at: 'ask', afterEvents: 1, what: 'the device is lost' },
    ],
  });
  expectAbandonedSoon(run, [WEBGPU_Q4, WEBGPU_Q4], 'device_lost');
  expect(answeringRungs(run)).toEqual([WEBGPU_Q4, WASM_Q8, WASM_Q8, WASM_Q8]);
});

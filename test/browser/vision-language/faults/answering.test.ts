import { beforeAll, describe, expect, it } from 'vitest';
import type { Rung } from '../../../../src/domain/reasoning.ts';
import type { Fault } from './fault.ts';
import {
  delaysOfAbandoning,
  idsOf,
  type JudgeRun,
  QUESTIONS,
  runJudge,
  WASM_Q4,
  WASM_Q8,
  WEBGPU_Q4,
} from './judge-run.ts';

/** What each rung answers when nothing goes wrong, in the order of the questions. */
const undisturbed = new Map<Rung, number[]>();

beforeAll(async () => {
  for (const rung of [WASM_Q8, WASM_Q4]) {
    const { verdicts, error } = await runJudge({ rungs: [rung] });
    expect(error).toBeNull();
    undisturbed.set(
      rung,
      verdicts.map(({ pYes }) => pYes),
    );
  }
});

/** Each question was answered once, in order, and as the rung that it fell to answers it when nothing goes wrong. */
function expectAnswersOf(run: JudgeRun, rungs: readonly Rung[]): void {
  expect(run.error).toBeNull();
  expect(idsOf(run.verdicts)).toEqual(QUESTIONS.map(({ id }) => id));
  expect(run.events.flatMap((event) => (event.type === 'answering' ? [event.rung] : []))).toEqual(rungs);
  for (const [i, { pYes }] of run.verdicts.entries()) {
    const alone = undisturbed.get(rungs[i] ?? WASM_Q4)?.[i];
    if (alone !== undefined) expect(pYes).toBeCloseTo(alone, 5);
  }
}

function expectAbandonedSoon(run: JudgeRun, rung: Rung, code: string): void {
  expect(run.model?.abandoned).toEqual([{ rung, code, message: expect.any(String) }]);
  for (const delay of delaysOfAbandoning(run)) expect(delay).toBeLessThan(2000);
}

describe('in the middle of its answers', () => {
  it('a worker that vanishes costs no answer', async () => {
    const fault: Fault = { at: 'ask', afterEvents: 2, what: 'the worker vanishes' };
    const run = await runJudge({ rungs: [WASM_Q8, WASM_Q4], faults: [fault] });
    expectAbandonedSoon(run, WASM_Q8, 'worker_crashed');
    expectAnswersOf(run, [WASM_Q8, WASM_Q8, WASM_Q4, WASM_Q4]);
    expect(run.model?.rung).toEqual(WASM_Q4);
  });

  it('a worker that is killed from outside costs no answer', async () => {
    const run = await runJudge({
      rungs: [WASM_Q8, WASM_Q4],
      onVerdict: ({ questionId }, [worker]) => {
        if (questionId === 'ball') worker?.terminate();
      },
    });
    expectAbandonedSoon(run, WASM_Q8, 'worker_crashed');
    expect(run.error).toBeNull();
    expect(idsOf(run.verdicts)).toEqual(QUESTIONS.map(({ id }) => id));
    expect(run.model?.rung).toEqual(WASM_Q4);
  });

  it('workers that vanish on every rung leave the answers they gave, and say so', async () => {
    const fault: Fault = { at: 'ask', afterEvents: 1, what: 'the worker vanishes' };
    const run = await runJudge({ rungs: [WASM_Q8, WASM_Q4], faults: [fault, fault] });
    expect(run.error).toMatchObject({ code: 'worker_crashed' });
    expect(idsOf(run.verdicts)).toEqual(['ball', 'dog']);
    expect(run.model?.abandoned.map(({ rung }) => rung)).toEqual([WASM_Q8, WASM_Q4]);
    expectAnswersOf(await runJudge({ rungs: [WASM_Q8] }), [WASM_Q8, WASM_Q8, WASM_Q8, WASM_Q8]);
  });

  it('a device that is lost costs no answer', async (context) => {
    const adapter = await navigator.gpu?.requestAdapter();
    if (!adapter) return context.skip('This browser has no WebGPU.');
    const fault: Fault = { at: 'ask', afterEvents: 1, what: 'the device is lost' };
    const run = await runJudge({ rungs: [WEBGPU_Q4, WASM_Q8], faults: [fault] });
    expectAbandonedSoon(run, WEBGPU_Q4, 'device_lost');
    expectAnswersOf(run, [WEBGPU_Q4, WASM_Q8, WASM_Q8, WASM_Q8]);
  });
});

describe('while it looks at the frames', () => {
  it('a worker that is killed makes way for the next rung', async () => {
    const run = await runJudge({
      rungs: [WASM_Q8, WASM_Q4],
      onEvent: (event, [worker]) => {
        if (event.type === 'looking' && event.rung === WASM_Q8) worker?.terminate();
      },
    });
    expectAbandonedSoon(run, WASM_Q8, 'worker_crashed');
    expectAnswersOf(run, [WASM_Q4, WASM_Q4, WASM_Q4, WASM_Q4]);
  });

  it('a device that is lost makes way for the next rung', async (context) => {
    const adapter = await navigator.gpu?.requestAdapter();
    if (!adapter) return context.skip('This browser has no WebGPU.');
    const fault: Fault = { at: 'look', afterEvents: 1, what: 'the device is lost' };
    const run = await runJudge({ rungs: [WEBGPU_Q4, WASM_Q8], faults: [fault] });
    expectAbandonedSoon(run, WEBGPU_Q4, 'device_lost');
    expectAnswersOf(run, [WASM_Q8, WASM_Q8, WASM_Q8, WASM_Q8]);
  });
});

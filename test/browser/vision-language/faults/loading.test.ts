import { beforeAll, describe, expect, it } from 'vitest';
import type { Rung } from '../../../../src/domain/reasoning.ts';
import type { FoundModel } from '../../../../src/models/found-model.ts';
import { sessionFiles } from '../../../../src/models/session-files.ts';
import { MODELS_URL } from '../judge-worker.ts';
import type { Fault } from './fault.ts';
import {
  delaysOfAbandoning,
  idsOf,
  type JudgeRun,
  QUESTIONS,
  runJudge,
  tinyModel,
  WASM_FP32,
  WASM_Q4,
  WASM_Q8,
} from './judge-run.ts';

const RUNGS = [WASM_Q8, WASM_Q4];
const [, , DECODER_Q4 = ''] = sessionFiles('q4', false);
const [, , DECODER_FP32 = ''] = sessionFiles('fp32', false);

/**
 * Milliseconds in which a fault is to be noticed. A session is refused while it is started; a machine so busy that starting
 * them takes long gets longer.
 */
let limit = 2000;

beforeAll(async () => {
  const { events } = await runJudge({ rungs: [WASM_Q8] });
  const checking = events.findIndex(({ type }) => type === 'checking');
  const [fetched, started] = [events[checking - 1], events[checking]];
  if (fetched === undefined || started === undefined) throw new Error('The model was not checked.');
  limit = Math.max(limit, 4 * (started.at - fetched.at));
});

function expectAbandonedSoon(run: JudgeRun, abandoned: [Rung, code: string, message: RegExp][]): void {
  expect(run.model?.abandoned).toEqual(
    abandoned.map(([rung, code, message]) => ({ rung, code, message: expect.stringMatching(message) })),
  );
  for (const delay of delaysOfAbandoning(run)) expect(delay).toBeLessThan(limit);
}

it('every rung that cannot be loaded makes way for the next one', async () => {
  const model = await withKnownAnswers({
    q8: { inputIds: [300, 301, 302], tokenIds: [400], logits: [1000], tolerance: 0.1 },
  });
  const card = { ...model.card, sha256: { [DECODER_FP32]: '0'.repeat(64) } };
  const run = await runJudge({
    model: { ...model, card },
    rungs: [WASM_Q4, WASM_Q4, WASM_Q4, WASM_Q4, WASM_Q4, WASM_FP32, WASM_Q8, WASM_Q4],
    faults: [
      { at: 'file', path: DECODER_Q4, comes: 'truncated' },
      { at: 'file', path: DECODER_Q4, comes: 'missing' },
      { at: 'file', path: DECODER_Q4, comes: 'broken off' },
      { at: 'file', path: DECODER_Q4, comes: 'too large for memory' },
      { at: 'memory' },
    ],
  });
  expectAbandonedSoon(run, [
    [WASM_Q4, 'model_invalid', /could not be run/],
    [WASM_Q4, 'model_missing', /decoder_model_merged_q4\.onnx/],
    [WASM_Q4, 'model_invalid', /fetched whole/],
    [WASM_Q4, 'out_of_memory', /memory/],
    [WASM_Q4, 'out_of_memory', /memory/],
    [WASM_FP32, 'model_invalid', /SHA-256/],
    [WASM_Q8, 'check_failed', /stored with it/],
  ]);
  expect(run.error).toBeNull();
  expect(run.model?.rung).toEqual(WASM_Q4);
  expect(idsOf(run.verdicts)).toEqual(QUESTIONS.map(({ id }) => id));
});

describe('a run ends and says why', () => {
  it.each<[string, Fault, string, RegExp]>([
    ['truncated sessions', { at: 'file', path: '.onnx', comes: 'truncated' }, 'model_invalid', /could not be run/],
    ['no tokenizer', { at: 'file', path: '/tokenizer.json', comes: 'missing' }, 'model_missing', /tokenizer\.json/],
    [
      'the tokenizer of another model',
      { at: 'file', path: '/tokenizer.json', comes: { from: `${MODELS_URL}tiny-qwen3-vl/tokenizer.json` } },
      'model_invalid',
      /tokenizer is not this model’s/,
    ],
    [
      'a garbled configuration',
      { at: 'file', path: '/config.json', comes: 'garbled' },
      'model_invalid',
      /config\.json|JSON/,
    ],
  ])('with %s', async (_, fault, code, message) => {
    expectGivenUp(await runJudge({ rungs: RUNGS, faults: [fault, fault] }), code, message);
  });

  it('with a tokenizer that has more tokens than the model', async () => {
    const file: unknown = await (await fetch(`${MODELS_URL}tiny-smolvlm/tokenizer.json`)).json();
    const shifted = URL.createObjectURL(new Blob([JSON.stringify(file, shiftIds)]));
    const fault: Fault = { at: 'file', path: '/tokenizer.json', comes: { from: shifted } };
    const run = await runJudge({ rungs: RUNGS, faults: [fault, fault] });
    expectGivenUp(run, 'model_invalid', /tokenizer is not this model’s/);
  });

  it('with known answers that cannot be read', async () => {
    const run = await runJudge({ rungs: RUNGS, model: await withKnownAnswers({ q8: 'yes' }) });
    expectGivenUp(run, 'model_invalid', /known answers/);
  });
});

/** No rung answered anything, and each was given up for this reason. */
function expectGivenUp(run: JudgeRun, code: string, message: RegExp): void {
  expect(run.error).toMatchObject({
    code,
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(/\S/),
  });
  expectAbandonedSoon(
    run,
    RUNGS.map((rung) => [rung, code, message]),
  );
  expect(run.model?.rung).toBeNull();
  expect(run.verdicts).toEqual([]);
}

it('a run after all of these works', async () => {
  const run = await runJudge({ rungs: [WASM_Q8] });
  expect(run.model?.abandoned).toEqual([]);
  expect(idsOf(run.verdicts)).toEqual(QUESTIONS.map(({ id }) => id));
});

async function withKnownAnswers(contents: unknown): Promise<FoundModel> {
  return { ...(await tinyModel()), knownAnswers: URL.createObjectURL(new Blob([JSON.stringify(contents)])) };
}

/** Moves ids of ordinary tokens out of the model's vocabulary and leaves those of added tokens. */
function shiftIds(key: string, value: unknown): unknown {
  if (key !== 'vocab' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([token, id]) => [token, Number(id) + 100_000]));
}

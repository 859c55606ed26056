import { beforeAll, describe, expect, it } from 'vitest';
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
  WASM_Q4,
  WASM_Q8,
} from './judge-run.ts';

const RUNGS = [WASM_Q8, WASM_Q4];
const [, , DECODER_Q8 = ''] = sessionFiles('q8', false);

/**
 * Milliseconds in which a fault is to be noticed. A session is refused when it is started; a machine so busy that starting them
 * alone takes this long gets as much again.
 */
let limit = 2000;

beforeAll(async () => {
  const { events } = await runJudge({ rungs: RUNGS });
  const checking = events.findIndex(({ type }) => type === 'checking');
  const [fetched, started] = [events[checking - 1], events[checking]];
  if (fetched === undefined || started === undefined) throw new Error('The model was not checked.');
  limit = Math.max(limit, 2 * (started.at - fetched.at));
});

function expectSoon(run: JudgeRun): void {
  const delays = delaysOfAbandoning(run);
  expect(delays).not.toEqual([]);
  for (const delay of delays) expect(delay).toBeLessThan(limit);
}

/** The first rung was given up for this reason, and the second answered everything. */
function expectNextRung(run: JudgeRun, code: string, message: RegExp): void {
  expect(run.error).toBeNull();
  expect(run.model?.abandoned).toEqual([{ rung: WASM_Q8, code, message: expect.stringMatching(message) }]);
  expect(run.model?.rung).toEqual(WASM_Q4);
  expect(idsOf(run.verdicts)).toEqual(QUESTIONS.map(({ id }) => id));
  expectSoon(run);
}

/** No rung answered anything, and each was given up for this reason. */
function expectGivenUp(run: JudgeRun, code: string, message: RegExp): void {
  expect(run.error).toMatchObject({
    code,
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(/\S/),
  });
  expect(run.model?.abandoned.map(({ rung }) => rung)).toEqual(RUNGS);
  expect(run.model?.rung).toBeNull();
  expect(run.verdicts).toEqual([]);
  expectSoon(run);
}

describe('what only the first rung meets', () => {
  it.each<[string, Fault, string, RegExp]>([
    ['a truncated session', { at: 'file', path: DECODER_Q8, comes: 'truncated' }, 'model_invalid', /could not be run/],
    [
      'a missing session',
      { at: 'file', path: DECODER_Q8, comes: 'missing' },
      'model_missing',
      /decoder_model_merged_quantized\.onnx/,
    ],
    [
      'a session that breaks off',
      { at: 'file', path: DECODER_Q8, comes: 'broken off' },
      'model_invalid',
      /fetched whole/,
    ],
    [
      'a file too large for memory',
      { at: 'file', path: DECODER_Q8, comes: 'too large for memory' },
      'out_of_memory',
      /memory/,
    ],
    ['no memory for the runtime', { at: 'memory' }, 'out_of_memory', /memory/],
  ])('%s makes way for the next one', async (_, fault, code, message) => {
    expectNextRung(await runJudge({ rungs: RUNGS, faults: [fault] }), code, message);
  });

  it('a file with another hash makes way for the next one', async () => {
    const model = await tinyModel();
    const sha256 = { [DECODER_Q8]: '0'.repeat(64) };
    const run = await runJudge({ rungs: RUNGS, model: { ...model, card: { ...model.card, sha256 } } });
    expectNextRung(run, 'model_invalid', /SHA-256/);
  });

  it('known answers that it does not give make way for the next one', async () => {
    const answers = { inputIds: [300, 301, 302], tokenIds: [400], logits: [1000], tolerance: 0.1 };
    const run = await runJudge({ rungs: RUNGS, model: await withKnownAnswers({ q8: answers }) });
    expectNextRung(run, 'check_failed', /stored with it/);
  });
});

describe('what every rung meets', () => {
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
  ])('%s: the run ends and says why', async (_, fault, code, message) => {
    expectGivenUp(await runJudge({ rungs: RUNGS, faults: [fault, fault] }), code, message);
  });

  it('a tokenizer with more tokens than the model: the run ends and says why', async () => {
    const file: unknown = await (await fetch(`${MODELS_URL}tiny-smolvlm/tokenizer.json`)).json();
    const shifted = URL.createObjectURL(new Blob([JSON.stringify(file, shiftIds)]));
    const fault: Fault = { at: 'file', path: '/tokenizer.json', comes: { from: shifted } };
    const run = await runJudge({ rungs: RUNGS, faults: [fault, fault] });
    expectGivenUp(run, 'model_invalid', /tokenizer is not this model’s/);
  });

  it('known answers that cannot be read: the run ends and says why', async () => {
    const run = await runJudge({ rungs: RUNGS, model: await withKnownAnswers({ q8: 'yes' }) });
    expectGivenUp(run, 'model_invalid', /known answers/);
  });
});

it('a run after all of these works', async () => {
  const run = await runJudge({ rungs: RUNGS });
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

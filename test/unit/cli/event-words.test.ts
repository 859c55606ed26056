import { expect, it } from 'vitest';
import { eventWords } from '../../../cli/event-words.ts';
import type { Rung } from '../../../src/domain/reasoning.ts';
import type { JudgeEvent } from '../../../src/judges/judge.ts';

const rung: Rung = { device: 'webgpu', dtype: 'q4f16' };
const error = { code: 'device_lost', message: 'The GPU is gone.', remedy: '' } as const;

it.each<[JudgeEvent, string]>([
  [{ type: 'loading', rung, loadedBytes: 437, totalBytes: 1000 }, 'tiny on webgpu q4f16: loading 43 %'],
  [{ type: 'loading', rung, loadedBytes: 437, totalBytes: 0 }, 'tiny on webgpu q4f16: loading'],
  [{ type: 'checking', rung: { device: 'browser', dtype: '' } }, 'tiny on browser: checking'],
  [{ type: 'looking', rung, done: 3, total: 8 }, 'tiny on webgpu q4f16: looking 3 of 8'],
  [{ type: 'answering', rung, done: 7, total: 20 }, 'tiny on webgpu q4f16: answering 7 of 20'],
  [{ type: 'abandoned', rung, error }, 'tiny on webgpu q4f16: given up. The GPU is gone.'],
])('says what a judge does: %o', (event, words) => {
  expect(eventWords({ type: 'judge', judge: 'tiny', event })).toBe(words);
});

it.each([
  [null, 'judge 7/20'],
  [0.4, 'judge 7/20'],
  [42.4, 'judge 7/20 about 42 s left'],
  [600, 'judge 7/20 about 10 min left'],
])('says how far a stage is, with %s s left', (remainingSeconds, words) => {
  expect(eventWords({ type: 'progress', progress: { stage: 'judge', done: 7, total: 20 }, remainingSeconds })).toBe(
    words,
  );
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Rung } from '../../../src/domain/reasoning.ts';
import { AnswerPace } from '../../../src/evaluate/answer-pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rung: Rung = { device: 'webgpu', dtype: 'q4' };
const seconds = (count: number) => vi.advanceTimersByTime(count * 1000);

function answer(pace: AnswerPace, count: number, each: number): void {
  for (let i = 0; i < count; i++) {
    seconds(each);
    pace.countAnswer();
  }
}

test('a judge that tells nothing is timed from the start', () => {
  const pace = new AnswerPace();
  expect(pace.secondsFor(10)).toBeNull();
  answer(pace, 4, 2);
  expect(pace.secondsFor(10)).toBeCloseTo(20);
});

test('loading, checking and looking do not count', () => {
  const pace = new AnswerPace();
  pace.hear({ type: 'loading', rung, loadedBytes: 0, totalBytes: 1 });
  seconds(100);
  pace.hear({ type: 'checking', rung });
  seconds(10);
  pace.hear({ type: 'looking', rung, done: 0, total: 8 });
  seconds(50);
  pace.hear({ type: 'answering', rung, done: 0, total: 20 });
  answer(pace, 5, 3);
  pace.hear({ type: 'looking', rung, done: 0, total: 8 });
  seconds(50);
  pace.hear({ type: 'answering', rung, done: 5, total: 20 });
  pace.hear({ type: 'rationale', questionId: 'a', text: 'The' });
  answer(pace, 1, 3);
  expect(pace.secondsFor(4)).toBeCloseTo(12);
});

test('another rung has another pace', () => {
  const pace = new AnswerPace();
  pace.hear({ type: 'answering', rung, done: 0, total: 20 });
  answer(pace, 5, 1);
  const error = { code: 'device_lost', message: '', remedy: '' } as const;
  pace.hear({ type: 'abandoned', rung, error });
  seconds(30);
  pace.hear({ type: 'answering', rung: { device: 'wasm', dtype: 'q8' }, done: 5, total: 20 });
  expect(pace.secondsFor(3)).toBeNull();
  answer(pace, 1, 8);
  expect(pace.secondsFor(3)).toBeCloseTo(24);
});

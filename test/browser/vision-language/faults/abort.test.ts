import { expect, it } from 'vitest';
import type { JudgeEvent } from '../../../../src/judges/judge.ts';
import { idsOf, QUESTIONS, runJudge, WASM_Q8 } from './judge-run.ts';

/** Aborts at the first event that fits; a fresh session must then answer as if nothing had been. */
it.each<[string, (event: JudgeEvent, told: readonly JudgeEvent[]) => boolean, string[]]>([
  ['before anything is loaded', ({ type }) => type === 'loading', []],
  ['while it loads', (event) => event.type === 'loading' && event.loadedBytes > 500_000, []],
  ['while it checks', ({ type }) => type === 'checking', []],
  ['while it looks', (event) => event.type === 'looking' && event.done === 1, []],
  ['before the first answer', (event) => event.type === 'looking' && event.done === event.total, []],
  ['between answers', (event) => event.type === 'answering' && event.done === 2, ['ball', 'dog']],
  ['in a reason', (event) => event.type === 'rationale' && event.questionId === 'dog', ['ball']],
])('ends at once when it is aborted %s, and keeps its answers', async (_, isMoment, answered) => {
  const controller = new AbortController();
  let abortedAt = Number.NaN;
  const told: JudgeEvent[] = [];
  const run = await runJudge({
    rungs: [WASM_Q8],
    settings: { depth: answered.length === 1 ? 'reasoned' : 'quick' },
    signal: controller.signal,
    onEvent: (event) => {
      told.push(event);
      if (controller.signal.aborted || !isMoment(event, told)) return;
      abortedAt = performance.now();
      controller.abort();
    },
  });
  expect(run.error).toMatchObject({ code: 'cancelled' });
  expect(run.endedAt - abortedAt).toBeLessThan(2000);
  expect(idsOf(run.verdicts)).toEqual(answered);
  expect(run.model?.abandoned).toEqual([]);
});

it('answers everything in the run after an abort', async () => {
  const run = await runJudge({ rungs: [WASM_Q8] });
  expect(run.error).toBeNull();
  expect(idsOf(run.verdicts)).toEqual(QUESTIONS.map(({ id }) => id));
});

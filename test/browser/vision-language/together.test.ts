import { proxy } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { Rung } from '../../../src/domain/reasoning.ts';
import type { AnswerEvent, AskedQuestion } from '../../../src/judges/vision-language/judge-api.ts';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import type { CompanyApi } from './company-worker.ts';
import { ask, forever, load, MODELS_URL, startJudge } from './judge-worker.ts';
import { syntheticView } from './synthetic-view.ts';

let client: WorkerClient<object> | null = null;
afterEach(() => client?.terminate());

async function open(folder: string, rung: Rung): Promise<WorkerClient<CompanyApi>> {
  const opened = new WorkerClient<CompanyApi>(
    new Worker(new URL('./company-worker.ts', import.meta.url), { type: 'module' }),
  );
  client = opened;
  await opened.call((remote) => remote.load(MODELS_URL, folder, rung), forever);
  return opened;
}

const SHARED = 'These are eight frames of one video, in order of time. Look at them one by one. ';

/** Of unlike length, and ending at unlike times: the first at its first token, the last long after the others. */
const SAMPLES = [
  { prompt: 'Is there a ball?', tokens: 1 },
  { prompt: 'Does the ribbon flutter behind the wooden table while the camera stays still?', tokens: 9 },
  { prompt: 'Yes or no: does anything melt?', tokens: 5 },
  { prompt: 'Is it sharp?', tokens: 16 },
];

describe.each([
  ['tiny-smolvlm', 'right'],
  ['tiny-smolvlm-plain', 'middle'],
  ['tiny-qwen3-vl', 'middle'],
] as const)('%s', (folder, layout) => {
  it.each(['fp32', 'q4'] as const)('writes in company what it writes alone in %s', async (dtype) => {
    const rung: Rung = { device: 'wasm', dtype };
    const opened = await open(folder, rung);
    expect(await opened.call((remote) => remote.findCacheLayout(rung), forever)).toBe(layout);
    const alone = await opened.call((remote) => remote.write(SHARED, SAMPLES, null), forever);
    const together = await opened.call((remote) => remote.write(SHARED, SAMPLES, layout), forever);
    expect(alone.map(({ growth }) => growth.length)).toEqual(SAMPLES.map(({ tokens }) => tokens));
    expect(together.map(({ growth }) => growth)).toEqual(alone.map(({ growth }) => growth));
    for (const [i, { logits }] of together.entries()) {
      const before = alone[i]?.logits ?? new Float32Array();
      expect(logits).toHaveLength(before.length);
      expect(Math.max(...logits.map((logit, id) => Math.abs(logit - (before[id] ?? 0))))).toBeLessThan(1e-3);
    }
  });
});

it.each([
  { folder: 'tiny-smolvlm', dtype: 'q8', because: 'activations of all rows share a scale', oneRow: false },
  { folder: 'tiny-qwen3-5', dtype: 'fp32', because: 'recurrent states have no place for each token', oneRow: false },
  { folder: 'tiny-smolvlm-plain', dtype: 'q4', because: 'its decoder takes one row only', oneRow: true },
] as const)('never writes $folder together in $dtype: $because', async ({ folder, dtype, oneRow }) => {
  const rung: Rung = { device: 'wasm', dtype };
  const opened = await open(folder, rung);
  if (oneRow) await opened.call((remote) => remote.refuseCompany(), forever);
  expect(await opened.call((remote) => remote.findCacheLayout(rung), forever)).toBeNull();
  // Finding out has left the worker in order.
  const [written] = await opened.call((remote) => remote.write(SHARED, SAMPLES.slice(0, 1), null), forever);
  expect(written?.growth).toHaveLength(1);
});

it('tells of questions that are answered together what it tells of each alone', async () => {
  const judge = startJudge();
  client = judge;
  await load(judge, 'tiny-smolvlm', { device: 'wasm', dtype: 'q4' });
  const { width, height } = await judge.call((remote) => remote.layout({ width: 640, height: 360 }), forever);
  const view = syntheticView(2, width, height);
  const ignored = proxy(() => undefined);
  await judge.call((remote) => remote.look(view, ignored), forever);
  const questions = ['a ball', 'a very small dog in a red hat', 'rain', 'smoke', 'a hat'].map(
    (thing, i): AskedQuestion => ({
      id: `q${i}`,
      verdictText: `Is there ${thing}? Answer Yes or No.`,
      // One of them wants no rationale.
      rationaleText: i === 2 ? null : `Is there ${thing}? First say what you see.`,
    }),
  );
  const request = { view: 'overview', votes: 2, seed: 1, maxReasonTokens: 8 } as const;
  const together = await ask(judge, { ...request, questions });
  const alone: AnswerEvent[] = [];
  for (const question of questions) alone.push(...(await ask(judge, { ...request, questions: [question] })));

  const of = (events: AnswerEvent[], id: string) => events.filter(({ questionId }) => questionId === id);
  for (const { id } of questions) {
    const [ours, theirs] = [of(together, id), of(alone, id)];
    expect(ours.map(shape)).toEqual(theirs.map(shape));
    for (const [i, event] of ours.entries()) expect(pYes(event)).toBeCloseTo(pYes(theirs[i]), 4);
  }
  // They did take turns.
  const firstTexts = together.filter(({ type }) => type === 'text').slice(0, 3);
  expect(firstTexts.map(({ questionId }) => questionId)).toEqual(['q0', 'q1', 'q3']);
});

/** Everything but numbers. */
function shape(event: AnswerEvent): string[] {
  if (event.type === 'before') return ['before'];
  if (event.type === 'text') return ['text', event.text];
  return ['rationale', event.rationale.text, event.rationale.ended];
}

function pYes(event: AnswerEvent | undefined): number {
  if (event?.type === 'before') return event.reading.pYes;
  if (event?.type === 'rationale') return event.rationale.after?.pYes ?? -1;
  return 0;
}

import { proxy } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { Rung } from '../../../src/domain/reasoning.ts';
import type { JudgeApi } from '../../../src/judges/vision-language/judge-api.ts';
import type { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import { ask, forever, load, startJudge } from './judge-worker.ts';
import { syntheticView } from './synthetic-view.ts';

let client: WorkerClient<JudgeApi> | null = null;
afterEach(() => client?.terminate());

const RUNGS: Rung[] = [
  { device: 'wasm', dtype: 'fp32' },
  { device: 'wasm', dtype: 'q4' },
  { device: 'wasm', dtype: 'q8' },
  { device: 'webgpu', dtype: 'fp32' },
  { device: 'webgpu', dtype: 'q4' },
];

describe.each(['tiny-smolvlm', 'tiny-smolvlm-plain'])('%s', (folder) => {
  it.each(RUNGS)('loads, looks and answers on $device in $dtype', async (rung) => {
    client = startJudge();
    const loaded = await load(client, folder, rung);
    console.log(JSON.stringify(loaded).slice(0, 300));
    const layout = await client.call((remote) => remote.layout({ width: 640, height: 360 }), forever);
    const view = syntheticView(4, layout.width, layout.height);
    await client.call(
      (remote) =>
        remote.look(
          view,
          proxy(() => undefined),
        ),
      forever,
    );
    const t = performance.now();
    const events = await ask(client, {
      view: 'overview',
      questions: [
        { id: 'a', verdictText: 'Is there a ball? Answer Yes or No.', rationaleText: null },
        { id: 'b', verdictText: 'Is there a dog? Answer Yes or No.', rationaleText: 'Is there a dog? Think first.' },
      ],
      votes: 1,
      seed: 1,
      maxReasonTokens: 24,
    });
    console.log(performance.now() - t, JSON.stringify(events.filter((e) => e.type !== 'text')));
    expect(events.filter(({ type }) => type === 'before')).toHaveLength(2);
  });
});

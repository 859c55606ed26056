import { proxy } from 'comlink';
import type { Rung } from '../../../src/domain/reasoning.ts';
import type { AnswerEvent, AskRequest, JudgeApi, LoadRequest } from '../../../src/judges/vision-language/judge-api.ts';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';

export const forever = new AbortController().signal;

/** Where test/models/global-setup.ts has the tiny checkpoints served. */
export const MODELS_URL = new URL('/models/', window.location.href).href;

export function startJudge(): WorkerClient<JudgeApi> {
  return new WorkerClient<JudgeApi>(
    new Worker(new URL('../../../workers/judge.ts', import.meta.url), { type: 'module' }),
  );
}

export function loadRequest(folder: string, rung: Rung): LoadRequest {
  return { baseUrl: MODELS_URL, folder, rung, sha256: {}, knownAnswers: null };
}

export async function load(client: WorkerClient<JudgeApi>, folder: string, rung: Rung) {
  return await client.call(
    (remote) =>
      remote.load(
        loadRequest(folder, rung),
        proxy(() => undefined),
      ),
    forever,
  );
}

/** All events of a call, in order. */
export async function ask(client: WorkerClient<JudgeApi>, request: AskRequest): Promise<AnswerEvent[]> {
  const events: AnswerEvent[] = [];
  await client.call(
    (remote) =>
      remote.ask(
        request,
        proxy((event: AnswerEvent) => {
          events.push(event);
        }),
      ),
    forever,
  );
  return events;
}

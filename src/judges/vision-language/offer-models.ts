import { findModels } from '../../models/find-models.ts';
import type { FoundModel } from '../../models/found-model.ts';
import { describeMachine } from '../../models/machine.ts';
import { chooseRungs } from '../../models/rungs.ts';
import type { WorkerClient } from '../../worker-client/worker-client.ts';
import type { Judge, JudgeOffer } from '../judge.ts';
import type { JudgeApi } from './judge-api.ts';
import type { KeptModel } from './kept-model.ts';
import { judgeCard } from './model-card.ts';
import { makeVisionLanguageJudge } from './vision-language-judge.ts';

/**
 * Offers every model that is served with the app, with the reason why not where this machine cannot run it.
 * @param baseUrl URL of the folder of all models, ending in "/"
 */
export async function offerModels(
  baseUrl: string,
  startWorker: () => WorkerClient<JudgeApi>,
  kept: KeptModel,
  signal: AbortSignal,
): Promise<{ offer: JudgeOffer; judge: Judge | null }[]> {
  const models = await findModels(baseUrl, signal);
  if (models.length === 0) return [];
  const machine = await describeMachine();
  return models.map((model) => {
    const { rungs, leftOut } = model.problem === null ? chooseRungs(model, machine) : { rungs: [], leftOut: [] };
    const judge = rungs.length === 0 ? null : makeVisionLanguageJudge({ model, rungs, startWorker, kept });
    const unavailable = judge === null ? whyNot(model, leftOut[0]?.reason) : null;
    return { offer: { card: judgeCard(model, rungs), unavailable }, judge };
  });
}

function whyNot({ problem }: FoundModel, leftOut: string | undefined): JudgeOffer['unavailable'] {
  if (problem !== null) return { reason: problem, remedy: 'Get the model again; its folder must be complete.' };
  return {
    reason: leftOut ?? 'This browser can run it neither on the GPU nor on the processor.',
    remedy: 'Choose a smaller model, or use a recent Chrome or Edge.',
  };
}

import type { Rung } from '../../domain/reasoning.ts';
import type { FoundModel } from '../../models/found-model.ts';
import type { WorkerClient } from '../../worker-client/worker-client.ts';
import type { Judge } from '../judge.ts';
import type { JudgeApi } from './judge-api.ts';
import type { KeptModel } from './kept-model.ts';
import { judgeCard } from './model-card.ts';
import { VisionLanguageSession } from './vision-language-session.ts';

export interface ModelOnMachine {
  model: FoundModel;
  /** Ways to run it here, best first. */
  rungs: readonly Rung[];
  startWorker: () => WorkerClient<JudgeApi>;
  /** Where the model waits for the next clip. */
  kept: KeptModel;
}

/** A judge that shows frames to a vision-language model and reads yes and no from its probabilities. */
export function makeVisionLanguageJudge(found: ModelOnMachine): Judge {
  const card = judgeCard(found.model, found.rungs);
  return {
    card,
    // The model is loaded with the first question; until then there is nothing that could fail.
    open: async (evidence, options) => new VisionLanguageSession(card, found, evidence, options),
  };
}

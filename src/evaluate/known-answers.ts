import { proxy } from 'comlink';
import { LoupeError } from '../domain/error.ts';
import { findModels } from '../models/find-models.ts';
import type { FoundModel } from '../models/found-model.ts';
import type { KnownAnswers, KnownAnswersFile } from '../models/known-answers.ts';
import type { Dtype } from '../models/session-files.ts';
import { MODELS_URL } from './judges.ts';
import { startJudge } from './workers.ts';

/** The precision whose answers one in half precision must give, roughly: few processors calculate in 16 bits. */
const FULL_PRECISION: Partial<Record<Dtype, Dtype>> = { q4f16: 'q4', fp16: 'fp32' };

/** Rounding to 11 bits adds up over layers. */
const HALF_TOLERANCE = 1;

/**
 * Runs a model on the processor in every precision that it has, and gives what it computes for a fixed text: the GPU must
 * compute the same.
 * @param folder name of the model's folder
 * @throws LoupeError `model_missing` when there is no such folder; whatever a precision fails with
 */
export async function computeKnownAnswers(folder: string, signal: AbortSignal): Promise<KnownAnswersFile> {
  const model = (await findModels(MODELS_URL, signal)).find((found) => found.folder === folder);
  if (model === undefined)
    throw new LoupeError('model_missing', `There is no model in a folder “${folder}”.`, 'Get it first.');
  if (model.problem !== null) throw new LoupeError('model_invalid', model.problem, 'Get the model again.');
  const answers: KnownAnswersFile = {};
  for (const dtype of model.dtypes)
    if (FULL_PRECISION[dtype] === undefined) answers[dtype] = await onProcessor(model, dtype, signal);
  for (const dtype of model.dtypes) {
    const full = answers[FULL_PRECISION[dtype] ?? dtype];
    if (answers[dtype] === undefined && full !== undefined) answers[dtype] = { ...full, tolerance: HALF_TOLERANCE };
  }
  return answers;
}

async function onProcessor(model: FoundModel, dtype: Dtype, signal: AbortSignal): Promise<KnownAnswers> {
  const { baseUrl, folder, card } = model;
  const request = {
    baseUrl,
    folder,
    rung: { device: 'wasm', dtype },
    sha256: card.sha256,
    knownAnswers: null,
  } as const;
  const client = startJudge();
  try {
    await client.call(
      (remote) =>
        remote.load(
          request,
          proxy(() => undefined),
        ),
      signal,
    );
    return await client.call((remote) => remote.knownAnswers(), signal);
  } finally {
    client.terminate();
  }
}

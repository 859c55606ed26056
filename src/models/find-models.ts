import { cancelled, LoupeError } from '../domain/error.ts';
import { type FoundModel, missingFiles, presentDtypes, resolveCard } from './found-model.ts';
import { KNOWN_ANSWERS_FILE, type KnownAnswers, knownAnswersFileSchema } from './known-answers.ts';
import { CARD_FILE, type ModelCard, modelCardSchema } from './model-card.ts';
import { readModelConfig } from './model-config.ts';
import { INDEX_FILE, type ModelFile, type ModelIndex, modelIndexSchema } from './model-index.ts';
import type { Dtype } from './session-files.ts';

/** Names that stand in a URL as they are. */
const FOLDER_NAME = /^[A-Za-z0-9][\w.-]*$/;

/** No configuration or card is larger; whatever is, is not one. */
const MAX_JSON_BYTES = 4e6;

/**
 * Finds the models that are served with the app.
 * @param baseUrl URL of the folder of all models, absolute or relative to the page, ending in "/"
 * @returns every model's folder, also those that cannot be used; none where there is no index
 * @throws LoupeError `model_invalid` when there is an index that cannot be read, `cancelled` on abort
 */
export async function findModels(baseUrl: string, signal: AbortSignal): Promise<FoundModel[]> {
  const base = new URL(baseUrl, globalThis.location?.href).href;
  const { models } = await fetchIndex(base, signal);
  const found = await Promise.all(models.map((entry) => findModel(base, entry.folder, entry.files, signal)));
  return found.map((model, i) => {
    const twin = found.slice(0, i).find(({ card }) => card.id === model.card.id);
    if (twin === undefined) return model;
    const problem = `The folder “${twin.folder}” holds a model with the same id, “${model.card.id}”.`;
    return { ...model, problem: model.problem ?? problem };
  });
}

/**
 * Logits that a model must give in a precision; null when none are stored with it.
 * @throws LoupeError `model_invalid` when they cannot be read: unchecked is not the same as without a check
 */
export async function fetchKnownAnswers(
  { knownAnswers, card }: FoundModel,
  dtype: Dtype,
  signal: AbortSignal,
): Promise<KnownAnswers | null> {
  if (knownAnswers === null) return null;
  const file = knownAnswersFileSchema.safeParse(await fetchJson(knownAnswers, signal));
  if (file.success) return file.data[dtype] ?? null;
  throw new LoupeError('model_invalid', `The known answers of ${card.name} cannot be read.`, 'Get the model again.');
}

async function fetchIndex(base: string, signal: AbortSignal): Promise<ModelIndex> {
  const none: ModelIndex = { models: [] };
  const response = await fetchOrNull(`${base}${INDEX_FILE}`, signal);
  // Some servers answer with their start page where there is no such file.
  if (!response?.ok || !(response.headers.get('Content-Type') ?? '').includes('json')) return none;
  const index = modelIndexSchema.safeParse(await response.json().catch(() => null));
  if (index.success) return index.data;
  if (signal.aborted) throw cancelled();
  throw new LoupeError('model_invalid', 'The list of models cannot be read.', 'Start Loupe again with npm start.');
}

async function findModel(
  baseUrl: string,
  folder: string,
  files: readonly ModelFile[],
  signal: AbortSignal,
): Promise<FoundModel> {
  const model: FoundModel = {
    folder,
    baseUrl,
    card: resolveCard(folder, {}),
    modelType: '',
    facts: null,
    files,
    dtypes: [],
    knownAnswers: null,
    problem: null,
  };
  if (!FOLDER_NAME.test(folder))
    return { ...model, problem: 'Its folder’s name has characters other than letters, digits, “.”, “-” and “_”.' };
  const url = `${baseUrl}${folder}/`;
  const sizeOf = (path: string) => files.find((file) => file.path === path)?.bytes ?? 0;
  const read = async (path: string) => (sizeOf(path) > MAX_JSON_BYTES ? null : await fetchJson(url + path, signal));
  const card = sizeOf(CARD_FILE) === 0 ? {} : readCard(await read(CARD_FILE));
  if (card === null) return { ...model, problem: `Its ${CARD_FILE} cannot be read.` };
  const described = { ...model, card: resolveCard(folder, card) };
  const config = readModelConfig(await read('config.json'));
  if ('problem' in config) return { ...described, ...config };
  const dtypes = presentDtypes(config.facts, files);
  return {
    ...described,
    ...config,
    modelType: config.facts.modelType,
    dtypes,
    knownAnswers: sizeOf(KNOWN_ANSWERS_FILE) === 0 ? null : url + KNOWN_ANSWERS_FILE,
    problem: missingFiles(dtypes, files),
  };
}

function readCard(value: unknown): ModelCard | null {
  const card = modelCardSchema.safeParse(value);
  return card.success ? card.data : null;
}

/** null for whatever is not there or not JSON: it is read with a schema, which says so. */
async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetchOrNull(url, signal);
  if (!response?.ok) return null;
  const text = await response.text().catch(() => '');
  if (signal.aborted) throw cancelled();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function fetchOrNull(url: string, signal: AbortSignal): Promise<Response | null> {
  try {
    return await fetch(url, { signal });
  } catch {
    if (signal.aborted) throw cancelled();
    return null;
  }
}

import { catalogueEntry } from './catalogue.ts';
import type { ModelCalibration, ModelCard } from './model-card.ts';
import type { ModelFacts } from './model-config.ts';
import type { ModelFile } from './model-index.ts';
import { DTYPES, type Dtype, presentSessionFiles } from './session-files.ts';

/** What is known of a model beyond its configuration: from its card, else the catalogue, else its folder's name. */
export interface ResolvedCard {
  /** Unique among the found models. */
  id: string;
  name: string;
  description: string;
  /** "" where it is not known. */
  licence: string;
  source: string;
  kinds: NonNullable<ModelCard['kinds']>;
  /** SHA-256 that its files must have, by path; empty where none were recorded. */
  sha256: Readonly<Record<string, string>>;
  framesPerView: number | null;
  calibration: ModelCalibration | null;
  fallback: boolean;
}

/** A model's folder, usable or with the reason why not. */
export interface FoundModel {
  folder: string;
  /** URL of the folder that holds the model's folder, ending in "/". */
  baseUrl: string;
  card: ResolvedCard;
  /** As its configuration says; "" when that cannot be read. */
  modelType: string;
  /** null exactly when there is a problem with its configuration. */
  facts: ModelFacts | null;
  files: readonly ModelFile[];
  /** Precisions in which all of its sessions are there. */
  dtypes: readonly Dtype[];
  /** URL of the logits that it must give, or null. */
  knownAnswers: string | null;
  /** Why it cannot be used, in one sentence; null when it can. */
  problem: string | null;
}

/** Files that transformers.js fetches with every model, besides config.json. */
export const REQUIRED_FILES = ['tokenizer.json', 'tokenizer_config.json', 'preprocessor_config.json'] as const;

export function resolveCard(folder: string, card: ModelCard): ResolvedCard {
  const known = catalogueEntry(folder);
  return {
    id: card.id ?? known?.id ?? folder,
    name: card.name ?? known?.name ?? folder,
    description: card.description ?? known?.description ?? 'A model from your own models folder.',
    licence: card.licence ?? known?.licence ?? '',
    source: card.source ?? known?.source ?? '',
    kinds: card.kinds ?? {},
    sha256: card.sha256 ?? {},
    framesPerView: card.framesPerView ?? null,
    calibration: card.calibration ?? null,
    fallback: card.fallback ?? false,
  };
}

/** Precisions whose sessions are all there, smallest first. */
export function presentDtypes({ externalData }: ModelFacts, files: readonly ModelFile[]): Dtype[] {
  return DTYPES.filter((dtype) => presentSessionFiles(dtype, externalData, files) !== null);
}

/** What is missing of a model whose configuration can be read; null when it is whole in at least one precision. */
export function missingFiles(dtypes: readonly Dtype[], files: readonly ModelFile[]): string | null {
  const missing = REQUIRED_FILES.filter((path) => !files.some((file) => file.path === path && file.bytes > 0));
  if (missing.length > 0) return `Its folder lacks ${missing.join(', ')}.`;
  if (dtypes.length > 0) return null;
  return 'In no precision that Loupe runs are all files of its three sessions there.';
}

/** Files that are loaded to run a model in a precision, its configuration and tokenizer included. */
export function filesToLoad({ facts, files }: FoundModel, dtype: Dtype): ModelFile[] {
  const sessions = facts === null ? null : presentSessionFiles(dtype, facts.externalData, files);
  return [...files.filter(({ path }) => !path.includes('/') && path.endsWith('.json')), ...(sessions ?? [])];
}

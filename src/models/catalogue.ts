import type { Dtype } from './session-files.ts';

/** A model that people can get, as far as it is known without having its files. */
export interface CatalogueEntry {
  /** Folder below models/, and its name on the command line. */
  id: string;
  name: string;
  /** One sentence for the person who chooses. */
  description: string;
  /** SPDX identifier. */
  licence: string;
  /** Page of the model; its files lie below `resolve/main/`. */
  source: string;
  parameters: number;
  /** Precisions that are downloaded unless others are named: the best for GPUs and, for small models, for processors. */
  dtypes: readonly Dtype[];
  /** Roughly what these take, in bytes. */
  downloadBytes: number;
}

const HUB = 'https://huggingface.co';

/** Openly licensed models whose published exports Loupe can run. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'SmolVLM2-256M-Video-Instruct',
    name: 'SmolVLM2 256M Video',
    description: 'The smallest model that was trained on video; runs almost everywhere, and is often wrong.',
    licence: 'Apache-2.0',
    source: `${HUB}/HuggingFaceTB/SmolVLM2-256M-Video-Instruct`,
    parameters: 256e6,
    dtypes: ['q4f16', 'q8'],
    downloadBytes: 0.45e9,
  },
  {
    id: 'SmolVLM2-500M-Video-Instruct',
    name: 'SmolVLM2 500M Video',
    description: 'Trained on video; better answers than its smaller sibling for about twice the time.',
    licence: 'Apache-2.0',
    source: `${HUB}/HuggingFaceTB/SmolVLM2-500M-Video-Instruct`,
    parameters: 500e6,
    dtypes: ['q4f16', 'q8'],
    downloadBytes: 0.95e9,
  },
  {
    id: 'Qwen3.5-0.8B-ONNX',
    name: 'Qwen3.5 0.8B',
    description: 'Far better than the SmolVLM2 models in published video benchmarks; wants a GPU with 16-bit shaders.',
    licence: 'Apache-2.0',
    source: `${HUB}/onnx-community/Qwen3.5-0.8B-ONNX`,
    parameters: 0.8e9,
    dtypes: ['q4f16'],
    downloadBytes: 0.67e9,
  },
  {
    id: 'Qwen3.5-2B-ONNX-OPT',
    name: 'Qwen3.5 2B',
    description:
      'The best of these in published video benchmarks; wants a GPU with 16-bit shaders and about 5 GB of free memory.',
    licence: 'Apache-2.0',
    source: `${HUB}/onnx-community/Qwen3.5-2B-ONNX-OPT`,
    parameters: 2e9,
    dtypes: ['q4f16'],
    downloadBytes: 1.6e9,
  },
];

/** The entry that a model's folder belongs to, by its name in any case; null when it is none of these. */
export function catalogueEntry(folder: string): CatalogueEntry | null {
  return CATALOGUE.find(({ id }) => id.toLowerCase() === folder.toLowerCase()) ?? null;
}

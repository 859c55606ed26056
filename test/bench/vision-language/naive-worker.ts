import {
  AutoModelForImageTextToText,
  AutoProcessor,
  type PreTrainedModel,
  type Processor,
  RawImage,
} from '@huggingface/transformers';
import type { Picture } from '../../../src/domain/frame.ts';
import type { ViewRequest } from '../../../src/judges/vision-language/judge-api.ts';
import { setUpTransformers } from '../../../src/judges/vision-language/runtime/transformers-environment.ts';
import { exposeApi } from '../../../workers/expose.ts';
import type { BenchCheckpoint } from '../api.ts';
import { timeOf } from '../timing.ts';

export interface NaiveQuestion {
  view: Omit<ViewRequest, 'pictures'>;
  pictures: Picture[];
  question: string;
}

export interface NaiveTimes {
  processMs: number;
  generateMs: number;
}

let loaded: { processor: Processor; model: PreTrainedModel } | null = null;

function library() {
  if (loaded === null) throw new Error('No model is loaded.');
  return loaded;
}

async function process({ view, pictures, question }: NaiveQuestion): Promise<Record<string, unknown>> {
  const { processor } = library();
  const content = [
    { type: 'text', text: view.introduction },
    ...view.captions.flatMap((text) => [{ type: 'text', text }, { type: 'image' }]),
    { type: 'text', text: `\n${view.notes}${question}` },
  ];
  const text = processor.apply_chat_template([{ role: 'user', content }], { add_generation_prompt: true });
  const images = pictures.map(({ rgba, width, height }) => new RawImage(rgba, width, height, 4));
  return await processor(text, images, { do_image_splitting: false });
}

/** The library as its public demos use it: every question processes all pictures and generates from nothing. */
const api = {
  async load(baseUrl: string, { preset, dtype }: BenchCheckpoint): Promise<void> {
    setUpTransformers(baseUrl, 'wasm', (url) => fetch(url));
    const processor = await AutoProcessor.from_pretrained(preset);
    const model = await AutoModelForImageTextToText.from_pretrained(preset, { device: 'wasm', dtype });
    loaded = { processor, model };
  },

  /** @param newTokens exactly as many are written */
  async ask(asked: NaiveQuestion, newTokens: number): Promise<NaiveTimes> {
    let inputs: Record<string, unknown> = {};
    const processMs = await timeOf(async () => {
      inputs = await process(asked);
    });
    const limits = { max_new_tokens: newTokens, min_new_tokens: newTokens, do_sample: false };
    const generateMs = await timeOf(() => library().model.generate({ ...inputs, ...limits }));
    return { processMs, generateMs };
  },

  /**
   * Processes pictures that are brought straight to the size that the model takes. As shipped, the processor first makes them
   * four times as large.
   */
  async processAtOnce(asked: NaiveQuestion): Promise<number> {
    const longest_edge = asked.pictures[0]?.width;
    Object.assign(library().processor.image_processor ?? {}, { size: { longest_edge } });
    return await timeOf(() => process(asked));
  },
};

export type NaiveApi = typeof api;

exposeApi(api);

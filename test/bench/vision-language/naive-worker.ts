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
  /** Exactly as many are written. */
  newTokens: number;
  /** Longest edge that pictures are first brought to; null: as the processor's file says, four times what the model takes. */
  longestEdge: number | null;
}

export interface NaiveTimes {
  processMs: number;
  generateMs: number;
}

let loaded: { processor: Processor; model: PreTrainedModel } | null = null;

/** The library as its public demos use it: every question processes all pictures and generates from nothing. */
const api = {
  async load(baseUrl: string, { preset, dtype }: BenchCheckpoint): Promise<void> {
    setUpTransformers(baseUrl, 'wasm', (url) => fetch(url));
    const processor = await AutoProcessor.from_pretrained(preset);
    const model = await AutoModelForImageTextToText.from_pretrained(preset, { device: 'wasm', dtype });
    loaded = { processor, model };
  },

  async ask({ view, pictures, question, newTokens, longestEdge }: NaiveQuestion): Promise<NaiveTimes> {
    if (loaded === null) throw new Error('No model is loaded.');
    const { processor, model } = loaded;
    if (longestEdge !== null) Object.assign(processor.image_processor ?? {}, { size: { longest_edge: longestEdge } });
    const images = pictures.map(({ rgba, width, height }) => new RawImage(rgba, width, height, 4));
    const content = [
      { type: 'text', text: view.introduction },
      ...view.captions.flatMap((text) => [{ type: 'text', text }, { type: 'image' }]),
      { type: 'text', text: `\n${view.notes}${question}` },
    ];
    let inputs: Record<string, unknown> = {};
    const processMs = await timeOf(async () => {
      const text = processor.apply_chat_template([{ role: 'user', content }], { add_generation_prompt: true });
      inputs = await processor(text, images, { do_image_splitting: false });
    });
    const limits = { max_new_tokens: newTokens, min_new_tokens: newTokens, do_sample: false };
    const generateMs = await timeOf(() => model.generate({ ...inputs, ...limits }));
    return { processMs, generateMs };
  },
};

export type NaiveApi = typeof api;

exposeApi(api);

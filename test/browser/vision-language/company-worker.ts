import type { Rung } from '../../../src/domain/reasoning.ts';
import { Branch } from '../../../src/judges/vision-language/runtime/branch.ts';
import type { CacheLayout } from '../../../src/judges/vision-language/runtime/branch-group.ts';
import { tokenize } from '../../../src/judges/vision-language/runtime/chat.ts';
import { findCacheLayout } from '../../../src/judges/vision-language/runtime/check-company.ts';
import { watchGpu } from '../../../src/judges/vision-language/runtime/gpu-adapter.ts';
import { type LoadedParts, loadParts } from '../../../src/judges/vision-language/runtime/loaded-model.ts';
import { sampler } from '../../../src/judges/vision-language/runtime/pick-token.ts';
import { deviceLost } from '../../../src/judges/vision-language/runtime/runtime-errors.ts';
import { setUpTransformers } from '../../../src/judges/vision-language/runtime/transformers-environment.ts';
import { type BegunText, finishText, TextWriter } from '../../../src/judges/vision-language/runtime/write-text.ts';
import { writeTogether } from '../../../src/judges/vision-language/runtime/write-together.ts';
import { exposeApi } from '../../../workers/expose.ts';

// The shipped runtime's way of writing several texts, with its tokens and numbers in sight.

let parts: LoadedParts;

export interface Sample {
  prompt: string;
  tokens: number;
}

export interface Continuation {
  /** The text after each token. */
  growth: string[];
  /** After the text and a few tokens more, read in one go. */
  logits: Float32Array;
}

const api = {
  async load(baseUrl: string, folder: string, rung: Rung): Promise<void> {
    setUpTransformers(baseUrl, rung.device, (url) => fetch(url));
    parts = await loadParts(folder, rung, watchGpu(deviceLost).loss);
  },

  /** From now on the decoder fails when it is given more than one row. */
  refuseCompany(): void {
    const { decoder_model_merged: session } = parts.model.sessions;
    const { run } = session;
    session.run = (feeds: Record<string, { dims: number[] }>) =>
      feeds.inputs_embeds?.dims[0] === 1 ? run.call(session, feeds) : Promise.reject(new Error('One row only.'));
  },

  findCacheLayout: (rung: Rung) => findCacheLayout(parts, rung),

  /** Writes on from each prompt behind a shared text: in one group, or alone where there is no layout. */
  async write(shared: string, samples: Sample[], layout: CacheLayout | null): Promise<Continuation[]> {
    const prefix = new Branch(parts, null);
    await prefix.read(tokenize(parts.tokenizer, shared));
    const texts: (BegunText & { growth: string[]; seed: number })[] = [];
    for (const [seed, { prompt, tokens }] of samples.entries()) {
      const branch = new Branch(parts, prefix.states);
      const logits = await branch.read(tokenize(parts.tokenizer, prompt));
      const growth: string[] = [];
      const limits = { maxTokens: tokens, endsWith: null, endsInLoop: () => false };
      const writer = new TextWriter(parts, sampler(seed), limits, (text) => growth.push(text));
      texts.push({ branch, logits, writer, growth, seed });
    }
    const continuations: Continuation[] = [];
    const end = async ({ branch, writer, growth, seed }: (typeof texts)[number]): Promise<void> => {
      const logits = await branch.read([...writer.written.unread, 300, 301, 302]);
      continuations[seed] = { growth, logits };
    };
    if (layout !== null) for await (const text of writeTogether(parts, layout, texts)) await end(text);
    else
      for (const text of texts) {
        await finishText(text);
        await end(text);
      }
    return continuations;
  },
};

export type CompanyApi = typeof api;

exposeApi(api);

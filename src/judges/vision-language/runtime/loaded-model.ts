import {
  AutoModelForImageTextToText,
  AutoProcessor,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Processor,
} from '@huggingface/transformers';
import { z } from 'zod';
import type { Rung } from '../../../domain/reasoning.ts';
import { type AnswerTokens, findAnswerTokens } from './answer-tokens.ts';
import { Decoder } from './decoder.ts';
import { familyOf } from './families/families.ts';
import type { Family } from './families/family.ts';
import { modelInvalid } from './runtime-errors.ts';

/** A model whose parts are in memory and fit together. */
export interface LoadedParts {
  model: PreTrainedModel;
  modelType: string;
  processor: Processor;
  tokenizer: PreTrainedTokenizer;
  family: Family;
  decoder: Decoder;
  imageTokenId: number;
  answerTokens: AnswerTokens;
  /** Tokens that end an answer. */
  stopTokens: ReadonlySet<number>;
  contextTokens: number;
}

/** Beyond this the states of one prefix take hundreds of megabytes, and no view needs it. */
const MOST_CONTEXT_TOKENS = 8192;

const context = z.object({ text_config: z.object({ max_position_embeddings: z.int().positive() }) });
const generation = z.object({ eos_token_id: z.union([z.int(), z.array(z.int())]) });

/**
 * Loads a folder in the hub's layout with the library's own loaders.
 * @param lost rejects when the device is gone
 * @throws LoupeError `model_invalid` when its parts do not belong together; whatever the library throws otherwise
 */
export async function loadParts(folder: string, rung: Rung, lost: Promise<never>): Promise<LoadedParts> {
  const processor = await AutoProcessor.from_pretrained(folder);
  const { tokenizer } = processor;
  if (tokenizer === undefined) throw modelInvalid('The model has no tokenizer.');
  const model = await Promise.race([
    AutoModelForImageTextToText.from_pretrained(folder, {
      device: deviceOf(rung),
      // The library names its files by these very words and refuses others.
      dtype: rung.dtype as 'q4',
    }),
    lost,
  ]);
  const { family, modelType } = familyOf(model);
  const imageTokenId = family.imageTokenId(model);
  if (tokenizer.get_vocab().get(family.placeholder) !== imageTokenId)
    throw modelInvalid('The tokenizer is not this model’s: its token for pictures is another one.');
  const { text_config } = context.parse(model.config);
  return {
    model,
    modelType,
    processor,
    tokenizer,
    family,
    decoder: new Decoder(model, family.positionPlanes, lost),
    imageTokenId,
    answerTokens: findAnswerTokens(tokenizer),
    stopTokens: stopTokensOf(model, tokenizer),
    contextTokens: Math.min(MOST_CONTEXT_TOKENS, text_config.max_position_embeddings),
  };
}

function deviceOf({ device }: Rung): 'webgpu' | 'wasm' {
  if (device === 'browser') throw modelInvalid('The browser’s own model cannot be loaded from files.');
  return device;
}

function stopTokensOf(model: PreTrainedModel, tokenizer: PreTrainedTokenizer): ReadonlySet<number> {
  const stated = generation.safeParse(model.generation_config);
  const ids = stated.success ? [stated.data.eos_token_id].flat() : [];
  const named = ['<end_of_utterance>', '<|im_end|>', '<|endoftext|>'].flatMap(
    (token) => tokenizer.get_vocab().get(token) ?? [],
  );
  return new Set([...ids, ...named]);
}

import {
  AutoConfig,
  AutoModelForImageTextToText,
  AutoProcessor,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Processor,
} from '@huggingface/transformers';
import { z } from 'zod';
import type { EarlyEnd } from '../../../domain/early-end.ts';
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

const textSettings = z.object({
  max_position_embeddings: z.int().positive(),
  vocab_size: z.int().positive().optional(),
});
/** Older exports of Qwen2-VL keep the language model's settings at the top. */
const settings = z.union([z.object({ text_config: textSettings }).transform((top) => top.text_config), textSettings]);
const generation = z.object({ eos_token_id: z.union([z.int(), z.array(z.int())]) });

/**
 * Loads a folder in the hub's layout with the library's own loaders.
 * @param loss comes when the device is gone
 * @throws LoupeError `model_invalid` when its parts do not belong together; whatever the library throws otherwise
 */
export async function loadParts(folder: string, rung: Rung, loss: EarlyEnd): Promise<LoadedParts> {
  const config = await AutoConfig.from_pretrained(folder);
  const { family, modelType } = familyOf(config);
  const imageTokenId = family.imageTokenId(config);
  const { max_position_embeddings, vocab_size } = settings.parse(config);
  const processor = await AutoProcessor.from_pretrained(folder);
  const { tokenizer } = processor;
  if (tokenizer === undefined) throw modelInvalid('The model has no tokenizer.');
  // Found out before gigabytes are loaded.
  checkTokenizer(tokenizer, family.placeholder, imageTokenId, vocab_size);
  const answerTokens = findAnswerTokens(tokenizer);
  const model = await loss.wait(
    AutoModelForImageTextToText.from_pretrained(folder, {
      config,
      device: deviceOf(rung),
      // The library names its files by these very words and refuses others.
      dtype: rung.dtype as 'q4',
    }),
  );
  return {
    model,
    modelType,
    processor,
    tokenizer,
    family,
    decoder: new Decoder(model, family.positionPlanes, loss),
    imageTokenId,
    answerTokens,
    stopTokens: stopTokensOf(model, tokenizer),
    contextTokens: Math.min(MOST_CONTEXT_TOKENS, max_position_embeddings),
  };
}

function deviceOf({ device }: Rung): 'webgpu' | 'wasm' {
  if (device === 'browser') throw modelInvalid('The browser’s own model cannot be loaded from files.');
  return device;
}

/** A GPU reads tokens that the model has no embedding for as something else, without a word. */
function checkTokenizer(
  tokenizer: PreTrainedTokenizer,
  placeholder: string,
  imageTokenId: number,
  vocabulary: number | undefined,
): void {
  const ids = tokenizer.get_vocab();
  if (ids.get(placeholder) !== imageTokenId)
    throw modelInvalid('The tokenizer is not this model’s: its token for pictures is another one.');
  if (vocabulary === undefined) return;
  for (const id of ids.values())
    if (id >= vocabulary)
      throw modelInvalid(`The tokenizer is not this model’s: it has more than ${vocabulary} tokens.`);
}

function stopTokensOf(model: PreTrainedModel, tokenizer: PreTrainedTokenizer): ReadonlySet<number> {
  const stated = generation.safeParse(model.generation_config);
  const ids = stated.success ? [stated.data.eos_token_id].flat() : [];
  const named = ['<end_of_utterance>', '<|im_end|>', '<|endoftext|>'].flatMap(
    (token) => tokenizer.get_vocab().get(token) ?? [],
  );
  return new Set([...ids, ...named]);
}

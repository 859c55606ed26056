import type { PreTrainedTokenizer } from '@huggingface/transformers';
import type { Reading } from '../../../domain/reasoning.ts';
import { modelInvalid } from './runtime-errors.ts';

export interface AnswerTokens {
  yes: readonly number[];
  no: readonly number[];
}

/** Longest spelling of yes or no in a vocabulary, with quotes, spaces and the marks of byte-level tokens. */
const LONGEST_SPELLING = 12;

/**
 * Every token whose text, stripped of spaces, quotes and full stops and lower-cased, is "yes" or "no".
 * @throws LoupeError `model_invalid` when there is no token for one of them
 */
export function findAnswerTokens(tokenizer: PreTrainedTokenizer): AnswerTokens {
  const yes: number[] = [];
  const no: number[] = [];
  for (const [token, id] of tokenizer.get_vocab()) {
    if (token.length > LONGEST_SPELLING || !/yes|no/i.test(token)) continue;
    const word = tokenizer
      .decode([id], { skip_special_tokens: true })
      .replace(/[\s"'“”‘’`.]/g, '')
      .toLowerCase();
    if (word === 'yes') yes.push(id);
    else if (word === 'no') no.push(id);
  }
  if (yes.length === 0 || no.length === 0)
    throw modelInvalid(
      'The model’s tokenizer has no single token for “Yes” or for “No”, so its answers cannot be read.',
    );
  return { yes, no };
}

/** pYes and mass of a softmax over the full vocabulary (DESIGN: scoring); ratios of sums, so that no underflow can spoil pYes. */
export function readAnswer(logits: Float32Array, { yes, no }: AnswerTokens): Reading {
  const top = logits.reduce((max, logit) => Math.max(max, logit), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(top)) throw modelInvalid('The model gave no finite numbers.');
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - top), 0);
  const logYes = logSumExp(logits, yes);
  const logNo = logSumExp(logits, no);
  const pYes = 1 / (1 + Math.exp(logNo - logYes));
  const mass = (Math.exp(logYes - top) + Math.exp(logNo - top)) / sum;
  return { pYes, mass: Math.min(1, mass) };
}

function logSumExp(logits: Float32Array, ids: readonly number[]): number {
  const values = ids.map((id) => logits[id] ?? Number.NEGATIVE_INFINITY);
  const top = Math.max(...values);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

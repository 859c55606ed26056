import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { describe, expect, it } from 'vitest';
import { findAnswerTokens, readAnswer } from '../../../../src/judges/vision-language/runtime/answer-tokens.ts';

function tokenizerOf(tokens: readonly string[]): PreTrainedTokenizer {
  const tokenizer: Pick<PreTrainedTokenizer, 'get_vocab' | 'decode'> = {
    get_vocab: () => new Map(tokens.map((token, id) => [token, id])),
    decode: (ids) => Array.from(ids as number[], (id) => tokens[id]?.replace('Ġ', ' ') ?? '').join(''),
  };
  // Of a tokenizer the search needs these two.
  return tokenizer as PreTrainedTokenizer;
}

describe('findAnswerTokens', () => {
  it('finds every spelling and nothing else', () => {
    const words = [
      'Yes',
      'ĠYes',
      'yes',
      '"yes',
      'YES.',
      'No',
      'ĠNO',
      'not',
      'eyes',
      'none',
      'Ġno.',
      'yesterday',
      'dog',
    ];
    const { yes, no } = findAnswerTokens(tokenizerOf(words));
    expect(yes).toEqual([0, 1, 2, 3, 4]);
    expect(no).toEqual([5, 6, 10]);
  });

  it('refuses a vocabulary that cannot say one of them', () => {
    expect(() => findAnswerTokens(tokenizerOf(['Yes', 'dog']))).toThrow('“No”');
  });
});

describe('readAnswer', () => {
  const tokens = { yes: [0, 1], no: [2] };

  it('adds the spellings up over the full vocabulary', () => {
    const logits = Float32Array.from([0.2, 0.1, 0.3, 0.4], Math.log);
    const { pYes, mass } = readAnswer(logits, tokens);
    expect(pYes).toBeCloseTo(0.5, 6);
    expect(mass).toBeCloseTo(0.6, 6);
  });

  it('still tells yes from no where both are all but impossible', () => {
    const { pYes, mass } = readAnswer(Float32Array.of(-800, -900, -802, 100), tokens);
    expect(pYes).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    expect(mass).toBeLessThan(1e-300);
  });

  it('refuses numbers that are not finite', () => {
    expect(() => readAnswer(Float32Array.of(Number.NaN, 1, 2, 3), tokens)).toThrow('finite');
    expect(() => readAnswer(Float32Array.of(1, Number.POSITIVE_INFINITY, 2, 3), tokens)).toThrow('finite');
  });
});

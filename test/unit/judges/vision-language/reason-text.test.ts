import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  MAX_REASON_LENGTH,
  parseRationale,
  shorten,
  visibleReason,
} from '../../../../src/judges/vision-language/reason-text.ts';

const REASON = 'The dog keeps its shape from 0.5 s to 2 s.';

describe('the protocol as asked for', () => {
  it('is read whole', () => {
    expect(parseRationale(`<think>${REASON}</think><answer>Yes</answer>`)).toEqual({
      reason: REASON,
      answer: 'yes',
      complete: true,
    });
  });

  it('is complete only once the answer is closed', () => {
    const text = `<think>${REASON}</think><answer>No</answer>`;
    for (let end = 0; end < text.length; end++) expect(parseRationale(text.slice(0, end)).complete).toBe(false);
    expect(parseRationale(`<think>${REASON}</think><answer>No`)).toMatchObject({ answer: 'no', complete: false });
  });
});

describe('the protocol as small models write it', () => {
  test.each<[string, string, 'yes' | 'no' | null]>([
    ['<think>REASON</think>\n<answer>"Yes."</answer>', 'quotes and a full stop', 'yes'],
    ['<THINK>REASON</THINK><Answer> NO </Answer>', 'capitals', 'no'],
    ['< think >REASON</ think >< answer >no< /answer >', 'spaces in tags', 'no'],
    ['<thinking>REASON</thinking><answer>yes</answer>', 'another tag name', 'yes'],
    ['REASON</think><answer>Yes</answer>', 'no opening tag', 'yes'],
    ['<think>REASON<answer>Yes</answer>', 'an unclosed rationale', 'yes'],
    ['<think>REASON</think>Yes</answer>', 'no opening answer tag', 'yes'],
    ['<think>REASON</think> Yes', 'no answer tags', 'yes'],
    ['<think>REASON</think><answer>Yes', 'an unclosed answer', 'yes'],
    ['<think><think>REASON</think></think><answer><answer>No</answer></answer>', 'doubled tags', 'no'],
    ['<think>REASON</think <answer>No</answer>', 'a tag without its end', 'no'],
    ['<think>REASON</think><answer>Yes</answer><answer>No</answer>', 'a second answer', 'yes'],
    ['<think>REASON</think><answer>No</answer> I hope this helps! Yes', 'text after the answer', 'no'],
    ['<think>REASON</think><answer>Yes, because it is so.</answer>', 'an answer with its reason', 'yes'],
    ['<think>REASON</think><answer>The answer is no.</answer>', 'an answer in a sentence', 'no'],
    ['<think>REASON</think><answer>Yes or No</answer>', 'the choice repeated', null],
    ['<think>REASON</think><answer>Yes/No</answer><answer>No</answer>', 'the choice repeated before the answer', 'no'],
    ['<think>REASON</think><answer>maybe</answer>', 'neither', null],
    ['<think>REASON</think><answer></answer>', 'nothing', null],
    ['<think>REASON</think>', 'no answer', null],
    ['<think>REASON', 'the rationale alone', null],
    ['REASON Answer: yes', 'no tags', 'yes'],
    ['REASON Therefore, the final answer is **No**.', 'a conclusion', 'no'],
    ['REASON No.', 'a sentence of one word', 'no'],
    ['<think>REASON Answer: Yes</think>', 'an answer inside the rationale', 'yes'],
    ['Reasoning: REASON\n\nAnswer: No', 'headings', 'no'],
    ['<think>REASON</think><answer>Yes</answer><end_of_utterance>', 'an end mark', 'yes'],
    ['<think>REASON</think><answer>No<|im_end|>', 'an end mark in the answer', 'no'],
    ['<answer>No</answer> REASON', 'the reason after the answer', 'no'],
    ['<answer>No</answer><think>REASON</think>', 'the rationale after the answer', 'no'],
  ])('%s (%s)', (text, _what, answer) => {
    const parsed = parseRationale(text.replace('REASON', REASON));
    expect(parsed.answer).toBe(answer);
    if (!text.includes('</answer><think>')) expect(parsed.reason).toBe(REASON);
  });

  it('does not take the first word of a rationale for the answer', () => {
    expect(parseRationale('<think>No dog is there before 1 s, then it').answer).toBeNull();
    expect(parseRationale('<think>No blur is seen.</think><answer>Yes</answer>').answer).toBe('yes');
  });

  it('takes the first word of bare text for the answer, and the text for the reason', () => {
    expect(parseRationale('No, the hand melts at 1 s.')).toEqual({
      reason: 'No, the hand melts at 1 s.',
      answer: 'no',
      complete: false,
    });
    expect(parseRationale('yes')).toEqual({ reason: '', answer: 'yes', complete: false });
  });

  it('takes the words of the answer for the reason where there is no other', () => {
    expect(parseRationale('<answer>No, the hand melts.</answer>').reason).toBe('No, the hand melts.');
    expect(parseRationale('<think></think><answer>No</answer>').reason).toBe('');
  });

  it('joins two rationales', () => {
    expect(parseRationale('<think>One.</think><think>Two.</think><answer>No</answer>').reason).toBe('One. Two.');
  });
});

describe('the reason', () => {
  it('is one line of plain words', () => {
    expect(parseRationale('<think>\n  **The dog**\n\tis\u0000 sharp.\u202e </think>').reason).toBe('The dog is sharp.');
  });

  it('is limited in length, at a sentence where there is one', () => {
    const long = 'The dog is sharp. '.repeat(100);
    const { reason } = parseRationale(`<think>${long}</think>`);
    expect(reason.length).toBeLessThanOrEqual(MAX_REASON_LENGTH);
    expect(reason.endsWith('sharp.')).toBe(true);
    expect(parseRationale(`<think>${'dog '.repeat(500)}</think>`).reason).toMatch(/dog…$/);
    expect(shorten('abc', 3)).toBe('abc');
  });

  it('keeps a comparison', () => {
    expect(parseRationale('<think>The left arm < the right arm in length.</think><answer>No</answer>').reason).toBe(
      'The left arm < the right arm in length.',
    );
  });
});

const words = fc
  .array(fc.constantFrom('the', 'dog', 'melts', 'at', '1.25', 's', 'and', 'legs', 'blur'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((list) => `${list.join(' ')} dog.`);
const pieces = fc.constantFrom(
  ...['<think>', '</think>', '<answer>', '</answer>', '<', '</', '<think', '</answ', '<|im_end|>', 'Yes', 'No', ' '],
  ...['the dog', '.', 'answer:', '\n', '<end_of_utterance>', '<|', '>', '"', 'a < b'],
);

describe('any text', () => {
  it('written as asked for is read back', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('Yes', 'No', 'yes', ' no.', '"Yes"'), (reason, answer) => {
        const parsed = parseRationale(`<think>${reason}</think><answer>${answer}</answer>`);
        expect(parsed).toEqual({
          reason,
          answer: answer.toLowerCase().includes('yes') ? 'yes' : 'no',
          complete: true,
        });
      }),
    );
  });

  it('shows no tag at any moment of its writing, and what it shows only grows', () => {
    fc.assert(
      fc.property(words, (reason) => {
        const text = `<think>${reason}</think><answer>Yes</answer>`;
        let shown = '';
        for (let end = 0; end <= text.length; end++) {
          const now = visibleReason(text.slice(0, end));
          expect(now.startsWith(shown)).toBe(true);
          shown = now;
        }
        expect(shown).toBe(reason);
      }),
      { numRuns: 30 },
    );
  });

  it('never gives a tag, a special token or more than the limit', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (list) => {
        const { reason } = parseRationale(list.join(''));
        expect(reason).not.toMatch(/<\s*\/?\s*(?:think|answer)\b|<\||<end_of|^\s|\s$/i);
        expect(reason.length).toBeLessThanOrEqual(MAX_REASON_LENGTH);
      }),
      { numRuns: 1000 },
    );
  });

  it('of any characters is read without error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parseRationale(text).reason).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

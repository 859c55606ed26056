import { describe, expect, test } from 'vitest';
import { isReadable, quotedText } from '../../../../src/judges/detected/quoted-text.ts';
import { makeQuestion } from '../../make-question.ts';

const asked = (text: string, quote?: string) =>
  quotedText(makeQuestion('text', { kind: 'rendered_text', text, ...(quote === undefined ? {} : { quote }) }));

describe('the text that a question quotes', () => {
  test('is what the grammar says it is, in full', () => {
    expect(asked('Does the sign say “A long t…”?', 'A long text')).toBe('A long text');
  });

  test.each([
    ['Does the neon sign say "Open"?', 'Open'],
    ['Do the posters show “Vote now”?', 'Vote now'],
    ['Does “Grand Opening” appear in the clip?', 'Grand Opening'],
    ['Is "7" written on the shirt?', '7'],
  ])('is found in %s', (text, quote) => {
    expect(asked(text)).toBe(quote);
  });

  test.each([
    'Is “Open” misspelt?',
    'Does the sign not say “Open”?',
    'Does the sign say “Open” or “Closed”?',
    'Is “Open” not visible?',
    'Is the text legible?',
  ])('is not guessed from %s', (text) => {
    expect(asked(text)).toBeNull();
  });

  test('is no matter of other kinds', () => {
    expect(quotedText(makeQuestion('text', { kind: 'action', text: 'Does the man say “Open”?' }))).toBeNull();
  });

  test('can be read in the letters that the reader knows', () => {
    expect(['Café 24/7', '你好', 'OPEN'].map(isReadable)).toEqual([true, true, true]);
    expect(['Привет', 'مرحبا', 'Øl', '!?', ''].map(isReadable)).toEqual([false, false, false, false, false]);
  });
});

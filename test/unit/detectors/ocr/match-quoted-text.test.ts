import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchQuotedText } from '../../../../src/detectors/ocr/match-quoted-text.ts';
import type { TextLine } from '../../../../src/detectors/ocr/text-line.ts';

const corner = { x: 0, y: 0 };

function line(text: string, confidence = 0.99): TextLine {
  const confidences = Array.from(text, () => confidence);
  return { text, confidence, confidences, box: [corner, corner, corner, corner] };
}

const isSame = (expected: string, ...texts: string[]) =>
  matchQuotedText(
    expected,
    texts.map((text) => line(text)),
  ).isSame;

describe('a quoted text against what was read', () => {
  it.each([
    ['Open', ['OPEN']],
    ['The world’s best deli', ["THE WORLD'S", 'BEST DELI']],
    ['I love you', ['Ilove', 'you']],
    ['do not touch!', ['please', 'do not touch']],
    ['café', ['CAFE']],
    ['12:43', ['12:43']],
    ['Fall is here', ['FALLISHERE']],
    ['exit', ['EX1T']],
    ['love', ['L0VE']],
    ['OPEN', ['we are open today']],
    ['停止', ['停止']],
    ['100%', ['１００％']],
  ])('is the same: %j in %j', (expected, texts) => {
    expect(isSame(expected, ...texts)).toBe(true);
  });

  it.each([
    ['OPEN', ['OPEM']],
    ['OPEN', ['CLOSED']],
    ['OPEN', ['OPENS']],
    ['OPEN', ['REOPENED']],
    ['EXIT', ['EXLT']],
    ['12:43', ['12:48']],
    ['Merry Christmas', ['Merry Chrismas']],
    ['surgery made easy', ['surgery mabe easy']],
    ['the food is terrible and the portions are too small', ['the foob is terrible and the', 'portions are too small']],
    ['love is power', ['love is']],
    ['OPEN', []],
    ['OPEN', ['…']],
  ])('is another: %j in %j', (expected, texts) => {
    expect(isSame(expected, ...texts)).toBe(false);
  });

  it('counts what is hidden as missing', () => {
    const { similarity } = matchQuotedText('love is power', [line('love is')]);
    expect(similarity).toBeCloseTo(6 / 11, 2);
  });

  it('counts less what was read unsurely', () => {
    const sure = matchQuotedText('temporary', [line('temporery', 0.99)]);
    const unsure = matchQuotedText('temporary', [line('temporery', 0.55)]);
    expect(unsure.similarity).toBeGreaterThan(sure.similarity);
  });

  it('names the lines that hold the text', () => {
    const lines = [line('CINEMA'), line('game'), line('over'), line('tickets')];
    expect(matchQuotedText('Game over', lines).lines.map(({ text }) => text)).toEqual(['game', 'over']);
  });

  it('is 1 for the text itself, however it is broken into lines', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (text, breaks) => {
        const lines: string[] = [];
        text.forEach((word, i) => {
          if (i === 0 || breaks[i % 8]) lines.push(word);
          else lines.push(`${lines.pop()} ${word}`);
        });
        const { similarity, isSame } = matchQuotedText(
          text.join(' '),
          lines.map((one) => line(one)),
        );
        return similarity === 1 && isSame;
      }),
    );
  });

  it('stays between 0 and 1 for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (expected, texts) => {
        const { similarity } = matchQuotedText(
          expected,
          texts.map((text) => line(text)),
        );
        return similarity >= 0 && similarity <= 1;
      }),
    );
  });
});

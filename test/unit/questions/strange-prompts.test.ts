import { describe, expect, it } from 'vitest';
import { writeQuestions } from '../../../src/questions/write-questions.ts';
import { find, textsFor } from './helpers.ts';

const WHOLE = /^Does the clip show what the prompt describes: “/u;

describe('strange prompts', () => {
  it.each(['', '   ', '!!! ???', '👍🔥'])('asks nothing of its own about %j', (prompt) => {
    expect(textsFor(prompt)).toEqual([]);
  });

  it.each([
    'Ein Hund läuft über die Straße und bellt laut.',
    '一只猫坐在沙发上',
    'Кошка сидит на диване',
    'def f(x): return [i for i in range(10) if i % 2 == 0]',
    'SELECT * FROM users WHERE id = 1; DROP TABLE users;',
    'of the and',
  ])('quotes what it cannot read: %s', (prompt) => {
    const texts = textsFor(prompt);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(WHOLE);
  });

  it('reads the prompt in a record of settings', () => {
    const texts = textsFor('{"prompt": "a red car", "seed": 42, "steps": 30}');
    expect(texts).toContain('Is the car red?');
    expect(texts.join(' ')).not.toMatch(/seed|steps/u);
  });

  it('drops flags and keeps what they ask for', () => {
    const texts = textsFor('cat on a mat --ar 16:9 --v 6 --style raw --no dogs, birds --q 2');
    expect(texts).toContain('Is the aspect ratio 16:9?');
    expect(texts.join(' ')).not.toContain('raw');
    for (const text of ['Are there any dogs?', 'Are there any birds?'])
      expect(find('cat on a mat --no dogs, birds --q 2', text).polarity).toBe('negative');
  });

  it('takes a list of tags for what one subject is and looks like', () => {
    const texts = textsFor('masterpiece, best quality, 1girl, (blue eyes:1.2), red hair, looking at a bird, outdoors');
    expect(texts).toEqual(
      expect.arrayContaining([
        "Are the girl's eyes blue?",
        "Is the girl's hair red?",
        'Is the girl looking at a bird?',
      ]),
    );
  });

  it('reads markup as the text in it', () => {
    const texts = textsFor('<script>alert(1)</script><b>a cat</b> sits on <i>a mat</i>');
    expect(texts).toContain('Is the cat sitting on a mat?');
    expect(texts.join(' ')).not.toMatch(/script|alert|[<>]/u);
  });

  it('reads a word said over and over once', () => {
    expect(textsFor('dog dog dog dog')).toContain('Is there a dog?');
  });

  it('stays quick on what makes patterns search', () => {
    const hard = [
      'a '.repeat(9000),
      ', '.repeat(9000),
      '"'.repeat(5000),
      '((('.repeat(3000),
      'the camera pans '.repeat(800),
    ];
    for (const prompt of hard) {
      const start = performance.now();
      writeQuestions(prompt);
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../../../src/domain/dimension.ts';
import { type Question, questionSchema } from '../../../src/domain/question.ts';
import { CLIP_QUESTIONS } from '../../../src/questions/clip-questions.ts';
import { writeQuestions } from '../../../src/questions/write-questions.ts';

const WORDS =
  'a the two red tiny dog dogs woman boats her their with without no in on next to of and then is are wearing rides jumping parked quickly , . " not camera pans left 4k cinematic style that says glass water she it they while as by trees at sunset mountain’s 7 one other'.split(
    ' ',
  );
const englishLike = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));

function expectSound(questions: readonly Question[]): void {
  const ids = questions.map((question) => question.id);
  expect(new Set(ids).size).toBe(ids.length);
  const texts = questions.map((question) => question.text.toLowerCase());
  expect(new Set(texts).size).toBe(texts.length);
  for (const question of questions) {
    questionSchema.parse(question);
    expect(question.text.endsWith('?')).toBe(true);
    expect(question.text).toMatch(/^\p{Lu}/u);
    expect(question.text).not.toMatch(/ {2}|\bundefined\b|\bnull\b|loupequote/iu);
    for (const parent of question.parents) {
      expect(ids).toContain(parent);
      expect(parent).not.toBe(question.id);
    }
  }
  const dimensions = new Set(questions.map((question) => question.dimension));
  // A prompt without words leaves nothing to match.
  if (questions.length > CLIP_QUESTIONS.length) expect(dimensions).toEqual(new Set(DIMENSIONS));
}

describe('any prompt', () => {
  it('gives a sound set from words in any order', () => {
    fc.assert(
      fc.property(englishLike, (prompt) => expectSound(writeQuestions(prompt))),
      { numRuns: 300 },
    );
  });

  it('gives a sound set from any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (prompt) => expectSound(writeQuestions(prompt))),
      { numRuns: 200 },
    );
  });

  it('gives the same set every time', () => {
    fc.assert(
      fc.property(englishLike, (prompt) => {
        expect(writeQuestions(prompt)).toEqual(writeQuestions(prompt));
      }),
      { numRuns: 50 },
    );
  });
});

describe('size', () => {
  const ordinary = [
    'A corgi wearing sunglasses rides a red skateboard down a busy street at sunset',
    'Two children build a sandcastle on the beach while waves roll in behind them',
    'A woman in a long green coat walks her dog through a foggy park, holding a black umbrella, cinematic lighting',
    'A steam train crosses an old stone bridge over a deep valley in autumn, drone shot, golden light, birds flying above the trees in the distance',
  ];

  it.each(ordinary)('asks 12 to 28 questions, or two more where much is named: %s', (prompt) => {
    const count = writeQuestions(prompt).length;
    expect(count).toBeGreaterThanOrEqual(12);
    expect(count).toBeLessThanOrEqual(prompt.split(' ').length > 20 ? 30 : 28);
  });

  it('reads 2,000 words within two seconds and asks at most 60 questions', () => {
    const sentence = 'A tall man with a grey beard carries two wooden boxes across a crowded square near a fountain. ';
    const nouns = ['boat', 'violin', 'ladder', 'parrot', 'lantern', 'wheel', 'cactus', 'statue'];
    const prompt = Array.from({ length: 110 }, (_, index) => sentence.replace('boxes', `${nouns[index % 8]}s`)).join(
      '',
    );
    expect(prompt.split(' ').length).toBeGreaterThan(1900);
    const start = performance.now();
    const questions = writeQuestions(prompt);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(questions.length).toBeLessThanOrEqual(60);
    expect(questions.map((question) => question.text)).toContain('Is there a tall man?');
    expectSound(questions);
  });
});

describe('ids', () => {
  it('stay when a sentence is added', () => {
    const first = 'A painter mixes blue paint on a palette.';
    const before = writeQuestions(first).filter((question) => question.dimension === 'text_to_video_alignment');
    const after = new Set(writeQuestions(`${first} A cat sleeps on a chair.`).map((question) => question.id));
    for (const question of before) expect(after).toContain(question.id);
  });

  it('say what the question is about', () => {
    const ids = writeQuestions('A red lantern hangs from a tree').map((question) => question.id);
    expect(ids).toEqual(
      expect.arrayContaining(['entity_present.lantern', 'attribute.lantern-red', 'action.lantern-hanging-tree']),
    );
  });
});

describe('prompts that need none of this', () => {
  it.each([
    ['null', null],
    ['empty', ''],
    ['blank', ' \n\t '],
    ['punctuation', '... !!! ??? , ;'],
    ['emoji', '🎬🔥 👩‍🚀'],
    ['digits', '1234 5678'],
    ['markup only', '<div><br/></div>'],
  ])('%s', (_name, prompt) => {
    expect(writeQuestions(prompt)).toEqual(CLIP_QUESTIONS);
  });
});

describe('other languages', () => {
  it.each([
    ['Chinese', '一只戴着墨镜的柯基犬在街上滑滑板'],
    ['German', 'Ein Mann mit einem roten Hut geht über die Straße und trägt eine Katze'],
    ['Spanish', 'Una mujer con un vestido rojo baila en la playa mientras el sol se pone'],
    ['French', 'Un chat noir dort sur le canapé près de la fenêtre'],
    ['Russian', 'Собака бежит по пляжу на закате'],
    ['Arabic', 'قطة سوداء تجلس على الأريكة'],
    ['Japanese', '夕日の海岸を走る犬'],
  ])('%s gets one question that quotes the prompt', (_name, prompt) => {
    const alignment = writeQuestions(prompt).filter((question) => question.dimension === 'text_to_video_alignment');
    expect(alignment).toHaveLength(1);
    expect(alignment[0]?.text).toContain(prompt.slice(0, 8));
    expect(writeQuestions(prompt)).toHaveLength(CLIP_QUESTIONS.length + 1);
  });

  it('shortens what it quotes', () => {
    const question = writeQuestions('狗'.repeat(5000)).find((each) => each.id === 'prompt.whole');
    expect(question?.text.length).toBeLessThan(300);
  });
});

describe('hostile text', () => {
  it.each([
    ['HTML', '<script>alert("x")</script> A <b>brown</b> bear &amp; a cub <img src=x onerror=alert(1)>'],
    ['SQL', "A bear'; DROP TABLE prompts; -- beside a river"],
    ['control characters', 'A\u0000 brown\u0007 bear\u200b\u202e beside a river'],
    ['unbalanced quotes', 'A bear with a sign "beware of the, \'other bear'],
    ['a very long word', `A bear ${'x'.repeat(50_000)} beside a river`],
    ['a web address', 'A bear beside a river https://example.com/a?b=c#d'],
    ['weights and flags', '(bear:1.4), [river], ((masterpiece)) --ar 16:9 --v 5'],
  ])('%s', (_name, prompt) => {
    const questions = writeQuestions(prompt);
    expectSound(questions);
    const text = questions.map((question) => question.text).join('\n');
    expect(text).toContain('bear');
    expect(text).not.toMatch(/[<>]|script|onerror|xxxxx|https|--ar|\p{Cc}(?<!\n)|\p{Cf}/u);
  });
});

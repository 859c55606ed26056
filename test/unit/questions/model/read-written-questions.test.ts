import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Question, questionSchema } from '../../../../src/domain/question.ts';
import { readWrittenQuestions } from '../../../../src/questions/model/read-written-questions.ts';

const PROMPT = 'A corgi wearing sunglasses rides a red skateboard down a busy street at sunset';

function one(line: string, prompt = PROMPT): Question | undefined {
  return readWrittenQuestions(`${line}\n`, prompt).questions[0];
}

function why(line: string, prompt = PROMPT): string | undefined {
  const { questions, refused } = readWrittenQuestions(`${line}\n`, prompt);
  expect(questions).toEqual([]);
  return refused[0]?.why;
}

describe('a line in the form asked for', () => {
  it('is read', () => {
    expect(one('attribute | skateboard | yes | Is the skateboard red?')).toEqual({
      id: 'model-attribute.skateboard-red',
      dimension: 'text_to_video_alignment',
      text: 'Is the skateboard red?',
      polarity: 'positive',
      kind: 'attribute',
      parents: [],
      entity: 'skateboard',
      source: 'model',
      weight: 1,
      muted: false,
    });
  });

  it('has an id that depends on nothing but what is asked', () => {
    const line = 'action | corgi | yes | Is the corgi riding the skateboard?';
    const alone = one(line)?.id;
    const { questions } = readWrittenQuestions(`scene | street | yes | Is the street busy?\n7) ${line}\n`, PROMPT);
    expect(questions[1]?.id).toBe(alone);
  });
});

describe('a line as small models write it', () => {
  test.each([
    '1. attribute | skateboard | yes | Is the skateboard red?',
    '- attribute | skateboard | Yes | is the skateboard red?',
    '* **attribute** | skateboard | positive | Is the skateboard red?',
    '| attribute | skateboard | yes | Is the skateboard red? |',
    'atribute | skateboard | yes | Is the skateboard red?',
    'Attributes | skateboard | yes | Is the skateboard red?',
    'color | skateboard | yes | Is the skateboard red?',
    'text_to_video_alignment | attribute | positive | skateboard | Is the skateboard red?',
    'attribute|the skateboard|yes|Is the skateboard red? Yes.',
    'attribute | yes | skateboard | Is the skateboard red ?',
    'attribute | skateboard | yes | "Is the skateboard red?" (yes)',
    'Kind: attribute | Thing: skateboard | Good answer: yes | Question: Is the skateboard red?',
    '{"kind": "attribute", "entity": "skateboard", "polarity": "positive", "question": "Is the skateboard red?"},',
    'skateboard | attribute | yes | Is the skateboard red',
    'attribute | skateboard | Is the skateboard red?<|im_end|>',
  ])('%s', (line) => {
    expect(one(line)).toMatchObject({
      kind: 'attribute',
      entity: 'skateboard',
      polarity: 'positive',
      text: 'Is the skateboard red?',
      id: 'model-attribute.skateboard-red',
    });
  });

  it('may be the question alone', () => {
    expect(one('2) Is the corgi riding the skateboard?')).toMatchObject({ kind: 'action', entity: null });
    expect(one('Q: Does the corgi have extra legs?')).toMatchObject({ kind: 'anatomy', polarity: 'negative' });
    expect(one('Is there a corgi?')?.kind).toBe('entity_present');
    expect(one('Is the skateboard on the street?')?.kind).toBe('relation');
  });

  it('may share its line with the next', () => {
    const text = 'action | corgi | yes | Is the corgi riding? scene | street | yes | Is the street busy?\n';
    expect(readWrittenQuestions(text, PROMPT).questions.map((question) => question.text)).toEqual([
      'Is the corgi riding?',
      'Is the street busy?',
    ]);
  });

  it('stands among chatter, and before examples that the model goes on to invent', () => {
    const text = `Sure! Here are the questions for the video.

scene | street | yes | Is the street busy?

Prompt: “A corgi on a street”
Questions:
action | corgi | yes | Is the corgi riding the skateboard?
`;
    const { questions, refused } = readWrittenQuestions(text, PROMPT);
    expect(questions.map((question) => question.text)).toEqual(['Is the street busy?']);
    expect(refused).toEqual([]);
  });
});

describe('the kind', () => {
  test.each([
    ['count | corgi | yes | Is the corgi riding the skateboard?', 'action'],
    ['entity_present | skateboard | yes | Is the skateboard red?', 'attribute'],
    ['presence | corgi | yes | Is there a corgi?', 'entity_present'],
    ['motion | corgi | yes | Is the corgi moving?', 'motion_present'],
    ['temporal_consistency | corgi | yes | Does the corgi keep the same look?', 'identity_stable'],
    ['blah | corgi | no | Does the corgi melt?', 'deformation'],
    ['blah | corgi | yes | Is the corgi sharp?', 'clarity'],
  ])('of “%s” is %s', (line, kind) => {
    expect(one(line)?.kind).toBe(kind);
  });

  it('decides the dimension', () => {
    expect(one('visual_quality | physics | corgi | no | Does the corgi pass through the skateboard?')?.dimension).toBe(
      'factual_consistency',
    );
  });
});

describe('whether yes is good', () => {
  test.each<[string, 'positive' | 'negative']>([
    ['deformation | corgi | yes | Does the corgi warp or change shape?', 'negative'],
    ['deformation | corgi | no | Does the corgi keep its shape?', 'positive'],
    ['clarity | corgi | yes | Is the corgi blurry?', 'negative'],
    ['clarity | corgi | no | Is the corgi clear, without blur?', 'positive'],
    ['permanence | corgi | Does the corgi vanish?', 'negative'],
    ['attribute | skateboard | no | Is the skateboard red?', 'positive'],
    ['physics | skateboard | no | Does the skateboard float above the street?', 'negative'],
    ['physics | skateboard | yes | Does the skateboard touch the street?', 'positive'],
    ['physics | skateboard | Does the skateboard touch the street?', 'positive'],
  ])('%s: %s', (line, polarity) => {
    expect(one(line)?.polarity).toBe(polarity);
  });

  it('is not against the prompt: where ice is to melt, melting is good', () => {
    const line = 'physics | ice | yes | Does the ice melt?';
    expect(one(line, 'Ice melts in a glass')?.polarity).toBe('positive');
    expect(one(line, 'Ice in a glass')?.polarity).toBe('negative');
  });
});

describe('what the prompt denies', () => {
  const prompt = 'A street without any parked cars, a man not wearing a hat, a red bus';

  test.each<[string, Question['kind'], Question['polarity']]>([
    ['entity_present | cars | yes | Are there cars?', 'entity_absent', 'negative'],
    ['entity_absent | cars | no | Are there any parked cars?', 'entity_absent', 'negative'],
    ['entity_absent | bus | no | Is there a bus?', 'entity_present', 'positive'],
    ['attribute | man | yes | Is the man wearing a hat?', 'attribute', 'negative'],
    ['attribute | street | yes | Is the street without cars?', 'attribute', 'positive'],
    ['attribute | bus | no | Is the bus red?', 'attribute', 'positive'],
  ])('%s', (line, kind, polarity) => {
    expect(one(line, prompt)).toMatchObject({ kind, polarity });
  });
});

describe('a line is refused', () => {
  test.each([
    ['What color is the skateboard?', /no whole yes\/no question/],
    ['attribute | corgi | yes | The corgi is busy.', /no whole yes\/no question/],
    ['kind | thing | good answer | question', /no whole yes\/no question/],
    ['attribute | balloon | yes | Is the balloon purple?', /does not speak of it: balloon, purple\.$/],
    ['attribute | corgi | yes | Is the corgi happy?', /does not speak of it: happy/],
    ['relation | corgi | yes | Is the corgi behind the street?', /does not speak of it: behind/],
    ['attribute | corgi | yes | Is the skateboard red and is the street busy?', /several/],
    ['attribute | street | yes | Is the street red or busy?', /several/],
    ['attribute | street | yes | Is the street busy and red?', /several/],
    ['flicker | none | no | Does the video flicker?', /nothing that the prompt names/],
    ['identity_stable | it | yes | Does it stay the same?', /nothing that the prompt names/],
    ['blah | corgi | yes | Does the corgi street?', /no kind/],
    [`action | corgi | yes | Is the corgi ${'riding the skateboard down the street '.repeat(5)}?`, /longer than 25/],
    ['action | corgi | yes | Is corgi?', /too short/],
  ])('%s', (line, reason) => {
    expect(why(line)).toMatch(reason);
  });

  it('when it repeats an earlier one in other words', () => {
    const text =
      'action | corgi | yes | Is the corgi riding the skateboard?\naction | corgi | yes | Does the corgi ride a skateboard?\n';
    const { questions, refused } = readWrittenQuestions(text, PROMPT);
    expect(questions).toHaveLength(1);
    expect(refused[0]?.why).toMatch(/earlier line/);
  });

  it('when the text was cut off in it', () => {
    const { questions, refused } = readWrittenQuestions(
      'scene | street | yes | Is the street busy?\nattribute | skateboard | yes | Is the skateboard',
      PROMPT,
    );
    expect(questions).toHaveLength(1);
    expect(refused).toEqual([{ line: 'attribute | skateboard | yes | Is the skateboard', why: 'It is cut off.' }]);
  });
});

it('lets two things stand together that the prompt puts together', () => {
  const prompt = 'A man and a woman dance under a red and white umbrella';
  expect(one('action | man and woman | yes | Are the man and the woman dancing?', prompt)?.kind).toBe('action');
  expect(one('attribute | umbrella | yes | Is the umbrella red and white?', prompt)?.entity).toBe('umbrella');
});

it('names an entity only where both the prompt and the question know it', () => {
  expect(one('attribute | the Skateboard | yes | Is the skateboard red?')?.entity).toBe('skateboard');
  expect(one('attribute | balloon | yes | Is the skateboard red?')?.entity).toBeNull();
  expect(one('attribute | corgi | yes | Is the skateboard red?')?.entity).toBeNull();
  expect(one('scene | none | yes | Is it sunset?')?.entity).toBeNull();
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'attribute',
      ' | ',
      'corgi',
      'yes',
      'no',
      'Is the corgi',
      'riding',
      '?',
      '\n',
      'Does the',
      'skateboard',
      'warp',
    ],
    ...[
      'Prompt:',
      '{"',
      '":',
      ',',
      '1. ',
      '- ',
      '<|im_end|>',
      'and',
      'red',
      'Are there',
      'three',
      '“',
      '"',
      '\u0000',
      'a',
    ],
  );

  it('gives sound questions', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (list) => {
        const { questions } = readWrittenQuestions(list.join(''), PROMPT);
        expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
        for (const question of questions) {
          questionSchema.parse(question);
          expect(question.text).toMatch(/^\p{Lu}[^?<>|"\p{Cc}]*\?$/u);
          expect(question.source).toBe('model');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of any characters is read without error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 50 }),
        (text, prompt) => {
          expect(readWrittenQuestions(text, prompt).questions).toEqual([]);
        },
      ),
    );
  });

  it('of a model that never stops is read up to a limit', () => {
    const { questions, refused } = readWrittenQuestions(
      'attribute | dog | yes | Is the dog blue?\n'.repeat(5000),
      PROMPT,
    );
    expect(questions).toEqual([]);
    expect(refused.length).toBeLessThanOrEqual(60);
  });
});

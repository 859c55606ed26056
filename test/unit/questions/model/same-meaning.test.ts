import { describe, expect, it, test } from 'vitest';
import type { Question, QuestionKind } from '../../../../src/domain/question.ts';
import { contentWords, stem } from '../../../../src/questions/model/content-words.ts';
import { isSameThing, meanTheSame } from '../../../../src/questions/model/same-meaning.ts';
import { makeQuestion } from '../../make-question.ts';

const DIMENSION: Partial<Record<QuestionKind, Question['dimension']>> = {
  clarity: 'visual_quality',
  identity_stable: 'temporal_consistency',
  deformation: 'temporal_consistency',
  anatomy: 'factual_consistency',
  physics: 'factual_consistency',
  permanence: 'factual_consistency',
  motion_present: 'dynamic_degree',
};

type Asked = [kind: QuestionKind, entity: string | null, text: string];

function ask([kind, entity, text]: Asked): Question {
  return makeQuestion(text, { kind, entity, text, dimension: DIMENSION[kind] ?? 'text_to_video_alignment' });
}

describe('two questions that mean the same', () => {
  test.each<[Asked, Asked]>([
    [
      ['entity_present', 'corgi', 'Is there a corgi?'],
      ['entity_present', 'corgi', 'Is a corgi visible in the video?'],
    ],
    [
      ['action', 'corgi', 'Is the corgi riding a skateboard?'],
      ['action', 'corgi', 'Does the corgi ride the skateboard?'],
    ],
    [
      ['action', 'corgi', 'Is the corgi riding a skateboard?'],
      ['action', 'corgi', 'Is the corgi riding a red skateboard?'],
    ],
    [
      ['action', 'corgi', 'Is the corgi riding a skateboard?'],
      ['relation', 'corgi', 'Is the corgi on the skateboard?'],
    ],
    [
      ['action', 'dogs', 'Are the dogs running?'],
      ['attribute', 'dog', 'Did the dog run?'],
    ],
    [
      ['entity_present', 'sunglasses', 'Is the corgi wearing sunglasses?'],
      ['attribute', 'corgi', 'Does the corgi wear sunglasses?'],
    ],
    [
      ['attribute', 'skateboard', "Is the corgi's skateboard red?"],
      ['attribute', 'skateboard', 'Is the skateboard red?'],
    ],
    [
      ['attribute', 'skateboard', 'Is the skateboard red?'],
      ['attribute', 'skateboard', 'Is the skateboard not red?'],
    ],
    [
      ['count', 'dogs', 'Are there three dogs?'],
      ['count', 'dogs', 'Are there 3 dogs in the scene?'],
    ],
    [
      ['relation', 'cat', 'Is the cat under the table?'],
      ['relation', 'cat', 'Is the cat beneath the table?'],
    ],
    [
      ['attribute', 'sky', 'Is the sky gray?'],
      ['attribute', 'sky', 'Is the sky grey?'],
    ],
    [
      ['scene', null, 'Is it sunset?'],
      ['scene', null, 'Is there a sunset?'],
    ],
    [
      ['clarity', 'corgi', 'Is the corgi clear and sharp, without blur?'],
      ['clarity', 'corgi', 'Is the corgi blurry?'],
    ],
    [
      ['identity_stable', 'man', 'Does the man keep the same face, hair and clothes throughout the clip?'],
      ['identity_stable', 'man', "Does the man's identity change?"],
    ],
    [
      ['deformation', 'vase', 'Does the vase melt, warp or change shape?'],
      ['identity_stable', 'vase', 'Does the vase keep its shape?'],
    ],
    [
      ['anatomy', 'man', 'Does the man have missing, extra or distorted fingers, limbs or facial features?'],
      ['anatomy', 'man', 'Are there extra fingers on the hands of the man?'],
    ],
    [
      ['motion_present', null, 'Does anything in the clip visibly move?'],
      ['motion_present', null, 'Is there motion?'],
    ],
  ])('%o and %o', (a, b) => {
    expect(meanTheSame(ask(a), ask(b))).toBe(true);
    expect(meanTheSame(ask(b), ask(a))).toBe(true);
  });
});

describe('two questions that do not', () => {
  test.each<[Asked, Asked]>([
    [
      ['entity_present', 'corgi', 'Is there a corgi?'],
      ['entity_present', 'skateboard', 'Is there a skateboard?'],
    ],
    [
      ['entity_present', 'corgi', 'Is there a corgi?'],
      ['action', 'corgi', 'Is the corgi running?'],
    ],
    [
      ['entity_present', 'dogs', 'Are there dogs?'],
      ['count', 'dogs', 'Are there three dogs?'],
    ],
    [
      ['count', 'dogs', 'Are there two dogs?'],
      ['count', 'dogs', 'Are there three dogs?'],
    ],
    [
      ['action', 'corgi', 'Is the corgi riding a skateboard?'],
      ['action', 'corgi', 'Is the corgi riding down the street?'],
    ],
    [
      ['relation', 'car', 'Is the car left of the truck?'],
      ['relation', 'truck', 'Is the truck left of the car?'],
    ],
    [
      ['relation', 'cat', 'Is the cat on the table?'],
      ['relation', 'cat', 'Is the cat under the table?'],
    ],
    [
      ['attribute', 'car', 'Is the car red?'],
      ['attribute', 'car', 'Is the car old?'],
    ],
    [
      ['attribute', 'car', 'Is the car red?'],
      ['attribute', 'truck', 'Is the truck red?'],
    ],
    [
      ['clarity', 'corgi', 'Is the corgi sharp?'],
      ['clarity', null, 'Is the picture sharp and clear, without blur?'],
    ],
    [
      ['clarity', 'corgi', 'Is the corgi sharp?'],
      ['identity_stable', 'corgi', 'Does the corgi keep the same look?'],
    ],
    [
      ['anatomy', 'man', 'Does the man have extra fingers?'],
      ['deformation', 'man', 'Does the man melt or warp?'],
    ],
    [
      ['permanence', 'ball', 'Does the ball vanish?'],
      ['physics', 'ball', 'Does the ball pass through the wall?'],
    ],
    [
      ['motion_present', 'corgi', 'Is the corgi visibly moving?'],
      ['motion_present', 'car', 'Is the car moving?'],
    ],
  ])('%o and %o', (a, b) => {
    expect(meanTheSame(ask(a), ask(b))).toBe(false);
    expect(meanTheSame(ask(b), ask(a))).toBe(false);
  });
});

test('one thing has several names', () => {
  expect(isSameThing('corgi', 'the corgis')).toBe(true);
  expect(isSameThing('small corgi', 'corgi')).toBe(true);
  expect(isSameThing('corgi', 'cat')).toBe(false);
  expect(isSameThing(null, 'corgi')).toBe(false);
  expect(isSameThing(null, null)).toBe(true);
});

describe('a stem', () => {
  it.each([
    'ride rides riding rode ridden',
    'run runs running ran',
    'fall falls falling fell',
    'carry carries carried carrying',
    'sit sits sitting sat',
    'glass glasses',
    'horse horses',
    'woman women',
    'leaf leaves',
    'box boxes',
    'tomato tomatoes',
    'quick quickly',
  ])('is one for %s', (words) => {
    expect(new Set(words.split(' ').map(stem)).size).toBe(1);
  });

  it('leaves short words and names of things in -ing alone', () => {
    for (const word of ['king', 'ring', 'red', 'bed', 'bus', 'gas', 'string', 'seed']) expect(stem(word)).toBe(word);
  });
});

test('content words are what a question is about, in its order', () => {
  expect(contentWords("Is the corgi's red skateboard next to three DOGS?")).toEqual([
    'corgi',
    'red',
    'skateboard',
    stem('beside'),
    '3',
    'dog',
  ]);
  expect(contentWords('Is it?')).toEqual([]);
});

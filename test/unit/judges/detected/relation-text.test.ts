import { expect, test } from 'vitest';
import { relatedThing } from '../../../../src/judges/detected/relation-text.ts';
import { makeQuestion } from '../../make-question.ts';

const related = (text: string) => relatedThing(makeQuestion('q', { kind: 'relation', text }));

test.each([
  ['Is the person to the left of a car?', 'left', 'car'],
  ['Are the dogs on the right side of the old bench?', 'right', 'bench'],
  ['Is the corgi on top of a sofa?', 'on', 'couch'],
  ['Is the cat under the table?', 'below', 'dining table'],
  ['Is the girl next to her horse?', 'beside', 'horse'],
])('%s', (text, relation, label) => {
  expect(related(text)).toMatchObject({ relation, label });
});

test.each([
  'Is the dog in front of a car?',
  'Is the dog on the grass?',
  'Is the dog next to a car and a bus?',
  'Is the dog not on the bed?',
  'Is the dog on a car, a bus?',
])('leaves “%s” to others', (text) => {
  expect(related(text)).toBeNull();
});

test('is asked of relations alone', () => {
  expect(relatedThing(makeQuestion('q', { kind: 'action', text: 'Is the dog sleeping on a bed?' }))).toBeNull();
});

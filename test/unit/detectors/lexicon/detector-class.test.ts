import { describe, expect, it } from 'vitest';
import { detectorClassOf } from '../../../../src/detectors/lexicon/detector-class.ts';
import { MAPPED, UNMAPPED } from './hand-checked.ts';

const nounsOf = (list: string): string[] =>
  list
    .split(',')
    .map((noun) => noun.trim().replace(/\s+/g, ' '))
    .filter((noun) => noun !== '');

const expected = [
  ...Object.entries(MAPPED).flatMap(([label, { exact, isA }]) => [
    ...nounsOf(exact).map((noun) => ({ noun, label, match: 'exact' })),
    ...nounsOf(isA).map((noun) => ({ noun, label, match: 'is_a' })),
  ]),
  ...nounsOf(UNMAPPED).map((noun) => ({ noun, label: null, match: null })),
];

describe('the class of a noun', () => {
  it('is the one that a person wrote down, in 97 of 100 hand-checked nouns', () => {
    const wrong = expected.filter(({ noun, label }) => (detectorClassOf(noun)?.label ?? null) !== label);
    expect(expected.length).toBeGreaterThan(400);
    console.log(
      expected.length,
      wrong.length,
      wrong.map(({ noun, label }) => `${noun}: ${label} but ${detectorClassOf(noun)?.label}`).join('\n'),
    );
    const m = expected.filter(
      ({ noun, label, match }) => detectorClassOf(noun)?.label === label && detectorClassOf(noun)?.match !== match,
    );
    console.log(m.map(({ noun, match }) => noun + ' not ' + match).join('\n'));
    expect(1 - wrong.length / expected.length, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.97);
  });
});

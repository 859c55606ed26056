import { describe, expect, it } from 'vitest';
import { detectorClassOf } from '../../../../src/detectors/lexicon/detector-class.ts';
import { DETECTOR_LABELS } from '../../../../src/detectors/lexicon/labels.ts';
import { MAPPED, SECOND_LIST, UNMAPPED } from './hand-checked.ts';

const nounsOf = (list: string): string[] =>
  list
    .split(',')
    .map((noun) => noun.trim().replace(/\s+/g, ' '))
    .filter((noun) => noun !== '');

const labelled = (list: string, label: string | null) => nounsOf(list).map((noun) => ({ noun, label }));

const FIRST = [
  ...Object.entries(MAPPED).flatMap(([label, { exact, isA }]) => [...labelled(exact, label), ...labelled(isA, label)]),
  ...labelled(UNMAPPED, null),
];

const SECOND = Object.entries(SECOND_LIST).flatMap(([label, list]) => labelled(list, label === 'none' ? null : label));

const wrongOf = (nouns: readonly { noun: string; label: string | null }[]) =>
  nouns.flatMap(({ noun, label }) => {
    const found = detectorClassOf(noun)?.label ?? null;
    return found === label ? [] : [`${noun}: ${found} instead of ${label}`];
  });

describe('the class of a noun', () => {
  it.each([
    { name: 'first', nouns: FIRST, least: 500 },
    { name: 'second', nouns: SECOND, least: 300 },
  ])('is the one that a person wrote down, in 97 of 100 nouns of the $name list', ({ nouns, least }) => {
    const wrong = wrongOf(nouns);
    expect(nouns.length).toBeGreaterThan(least);
    expect(1 - wrong.length / nouns.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('says of every label itself that it is exact', () => {
    // The label is the computer's mouse; a prompt's is the animal as often.
    const labels = DETECTOR_LABELS.filter((label) => label !== 'mouse');
    expect(labels.filter((label) => detectorClassOf(label)?.label !== label)).toEqual([]);
    expect(labels.filter((label) => detectorClassOf(label)?.match !== 'exact')).toEqual([]);
  });

  it('tells a noun that means the label from a kind of it', () => {
    const match = (noun: string) => detectorClassOf(noun)?.match;
    expect(nounsOf('automobile, sofa, television, people, cell phones, doughnut').map(match)).toEqual(
      Array(6).fill('exact'),
    );
    expect(nounsOf('corgi, chef, SUV, polar bears, sailboat, textbook').map(match)).toEqual(Array(6).fill('is_a'));
  });

  it('finds the head of a phrase', () => {
    const label = (phrase: string) => detectorClassOf(phrase)?.label ?? null;
    expect(label("the old man's hat")).toBeNull();
    expect(label("the boys' dog")).toBe('dog');
    expect(label('a woman with a red umbrella')).toBe('person');
    expect(label('pair of skis')).toBe('skis');
    expect(label('cup of coffee')).toBe('cup');
    expect(label('statue of a man')).toBeNull();
    expect(label('one of the dogs')).toBe('dog');
    expect(label('Golden-Retriever puppy')).toBe('dog');
  });

  it('sees no living thing in what is made to look like one', () => {
    const label = (phrase: string) => detectorClassOf(phrase)?.label ?? null;
    expect(['toy car', 'wooden horse', 'bronze dog', 'origami bird', 'paper boat'].map(label)).toEqual(
      Array(5).fill(null),
    );
    expect(['wooden chair', 'plastic bottle', 'paper cup'].map(label)).toEqual(['chair', 'bottle', 'cup']);
  });

  it.each([
    '',
    '   ',
    '’s',
    '…',
    'of',
    "dogs'",
    'a'.repeat(10_000),
    'of '.repeat(2000),
    '犬',
    '__proto__',
    'constructor',
  ])('takes any text: %.20j', (text) => {
    expect(() => detectorClassOf(text)).not.toThrow();
  });
});

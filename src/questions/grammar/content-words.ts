import {
  AUXILIARIES,
  DETERMINERS,
  LONG_PREPOSITIONS,
  POSSESSIVE_PRONOUNS,
  PREPOSITIONS,
} from './lexicon/closed-class.ts';

const EMPTY = new Set([
  ...AUXILIARIES,
  ...DETERMINERS,
  ...POSSESSIVE_PRONOUNS,
  ...PREPOSITIONS,
  ...LONG_PREPOSITIONS.flatMap((text) => text.split(' ')),
  ...'s there have some shown'.split(' '),
]);

/** The words of a question that tell something, in lower case: "cat", "sofa" of "Is the cat on the sofa?". */
export function contentWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '' && !EMPTY.has(word));
}

import {
  AUXILIARIES,
  DETERMINERS,
  NUMBER_WORDS,
  POSSESSIVE_PRONOUNS,
  PRONOUNS,
} from '../grammar/lexicon/closed-class.ts';
import { wordSet } from '../grammar/lexicon/word-set.ts';

/** Words that change nothing about what is asked. Prepositions of place stay: "on" and "under" ask different things. */
const EMPTY = new Set([
  ...AUXILIARIES,
  ...[...DETERMINERS].filter((word) => word !== 'no'),
  ...POSSESSIVE_PRONOUNS,
  ...PRONOUNS,
  ...wordSet(`
    there, here, of, with, without, by, for, to, from, as, and, or, not, no, any, very, really, clearly, also, still, ever, while,
    during, that, which, who, s, t, on, in, at, into, onto, out, than, then, so, such, its, it, being, throughout
  `),
]);

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  [
    ...wordSet(`
    men man, women woman, children child, people person, feet foot, teeth tooth, mice mouse, geese goose, leaves leaf,
    wolves wolf, knives knife, rode ride, ridden ride, ran run, sat sit, stood stand, held hold, wore wear, worn wear,
    flew fly, swam swim, threw throw, thrown throw, drove drive, driven drive, ate eat, eaten eat, fell fall, fallen fall,
    drank drink, sang sing, spun spin, caught catch, broke break, broken break, built build, blew blow, drew draw,
    drawn draw, gave give, grew grow, made make, shook shake, took take, wrote write, written write, lying lie, lay lie,
    seen see, saw see, slept sleep, kept keep
  `),
  ].map((pair): [string, string] => {
    const [form = '', base = form] = pair.split(' ');
    return [form, base];
  }),
);

/** Words that small models use for one another; each line's first stands for all. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  `
  video clip footage film sequence
  picture image frame
  visible present shown see appear exist
  keep remain stay maintain hold
  same consistent unchanged constant identical stable
  look appearance
  deform warp melt distort morph deformed distorted
  blur blurry blurred unclear
  clear sharp crisp
  real realistic natural believable plausible realistically naturally
  move motion movement
  vanish disappear
  jump teleport
  color colour coloured colored
  person human
  above over
  under below beneath underneath
  beside near next close alongside adjacent
  grey gray
  big large huge
  small little tiny
  sudden suddenly abruptly
  wood wooden
  `
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.trim().split(' ');
      return others.map((word): [string, string] => [stem(word), stem(first)]);
    }),
);

/** Words about the clip as such: "in the video" adds nothing to a question. */
export const ABOUT_CLIP: ReadonlySet<string> = new Set(
  ['video', 'scene', 'picture', 'present', 'show', 'depict'].map(meaningOf),
);

const WORD = /[\p{L}\p{N}]+/gu;

/** A word that says something, as written in lower case and as what it is compared by. */
export interface ContentWord {
  word: string;
  stem: string;
}

/**
 * What a text is about: its words without those of grammar, as stems, in their order. "Is the dog running?" and "Do dogs
 * run?" give the same; so do words that small models use for one another, and "3" and "three".
 */
export function contentWords(text: string): string[] {
  return contentTokens(text).map((token) => token.stem);
}

/** The same, each with the word it comes from. */
export function contentTokens(text: string): ContentWord[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain.replace(/[’']s\b/gu, '').match(WORD) ?? [];
  return words.flatMap((word) => (EMPTY.has(word) ? [] : [{ word, stem: meaningOf(word) }]));
}

function meaningOf(word: string): string {
  const number = NUMBER_WORDS.get(word);
  if (number !== undefined) return String(number);
  const base = stem(word);
  return SYNONYMS.get(base) ?? base;
}

/**
 * A word without its endings, by a few rules in the manner of Porter's stemmer (1980): not always a word, but the same for
 * "ride", "rides", "riding" and "rode".
 */
export function stem(word: string): string {
  const base = IRREGULAR.get(word) ?? withoutVerbEnding(withoutPlural(word));
  const plain = base.length > 4 ? base.replace(/ly$/u, '') : base;
  return plain.length > 3 ? plain.replace(/e$/u, '').replace(/([^aeiou\d])\1$/u, '$1') : plain;
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us)$/u.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:[sxz]|ch|sh)es$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutVerbEnding(word: string): string {
  if (/[^aeiou]ied$/u.test(word)) return `${word.slice(0, -3)}y`;
  const short = /^(.*[aeiouy].*?)(?:ing|(?<!e)ed)$/u.exec(word)?.[1];
  return short === undefined || short.length < 3 ? word : short.replace(/([^aeiousl])\1$/u, '$1');
}

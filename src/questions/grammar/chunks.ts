import { COLOURS, SHADES } from './lexicon/adjectives.ts';
import {
  DEGREE_ADVERBS,
  DIRECTION_WORDS,
  LONG_PREPOSITIONS,
  PLACE_ADVERBS,
  RELATIONAL_NOUNS,
} from './lexicon/closed-class.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { readNounPhrase } from './phrases.ts';
import type { Token } from './tokens.ts';
import { readVerbGroup, type VerbGroup } from './verb-groups.ts';

export type Chunk =
  | { type: 'noun'; phrase: NounPhrase }
  | { type: 'verb'; verb: VerbGroup }
  | { type: 'preposition'; text: string }
  | { type: 'adjectives'; words: string[] }
  /** Direction, place or manner: "forward", "outside", "slowly". */
  | { type: 'adverb'; text: string; kind: 'direction' | 'place' | 'manner' }
  | { type: 'conjunction'; text: string }
  | { type: 'subordinator'; text: string }
  | { type: 'relative'; text: string }
  | { type: 'there' }
  | { type: 'not' }
  | { type: 'comma' };

const LONG = LONG_PREPOSITIONS.map((text) => ({ text, words: text.split(' ') }));
const PLACE_LEAD = new Set(
  'in on at to from near by along under over towards toward across around off into onto'.split(' '),
);

/** Groups the tokens of a sentence into phrases. What fits nowhere is left out. */
export function chunk(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  let index = 0;
  while (index < tokens.length) {
    const read = readChunk(tokens, index);
    if (read.value !== null) chunks.push(read.value);
    index = Math.max(read.next, index + 1);
  }
  return chunks;
}

function readChunk(tokens: readonly Token[], index: number): { value: Chunk | null; next: number } {
  const token = tokens[index];
  if (token === undefined) return { value: null, next: index + 1 };
  const simple = simpleChunk(token);
  if (simple !== null) return { value: simple, next: index + 1 };
  const verb = readVerbGroup(tokens, index);
  if (verb !== null) return { value: { type: 'verb', verb: verb.value }, next: verb.next };
  if (token.pos === 'prep' || token.pos === 'verb' || token.pos === 'adj' || token.pos === 'adv') {
    const preposition = readPreposition(tokens, index);
    if (preposition !== null)
      return { value: { type: 'preposition', text: preposition.value }, next: preposition.next };
  }
  const noun = readNounPhrase(tokens, index);
  if (noun !== null) return { value: { type: 'noun', phrase: noun.value }, next: noun.next };
  if (token.pos === 'adj') return readAdjectives(tokens, index);
  if (token.pos === 'adv' && DEGREE_ADVERBS.has(token.lower) && tokens[index + 1]?.pos === 'adj')
    return { value: null, next: index + 1 };
  if (token.pos === 'adv' || token.pos === 'prep') return { value: adverb(token), next: index + 1 };
  if (token.pos === 'neg') return { value: { type: 'not' }, next: index + 1 };
  return { value: null, next: index + 1 };
}

function simpleChunk(token: Token): Chunk | null {
  switch (token.pos) {
    case 'punct':
      return { type: 'comma' };
    case 'conj':
      return { type: 'conjunction', text: token.lower };
    case 'sub':
      return { type: 'subordinator', text: token.lower };
    case 'rel':
      return { type: 'relative', text: token.lower };
    case 'there':
      return { type: 'there' };
    default:
      return null;
  }
}

/** A preposition of one word or several, with relational nouns: "on the left side of". */
function readPreposition(tokens: readonly Token[], start: number): { value: string; next: number } | null {
  const long = LONG.find(({ words }) => words.every((word, offset) => tokens[start + offset]?.lower === word));
  // "Jumps up to block the ball".
  const after = tokens[start + (long?.words.length ?? 0)];
  const purpose = long?.text.endsWith(' to') === true && after?.pos === 'verb' && after.form === 'base';
  if (long !== undefined && !purpose) return { value: long.text, next: start + long.words.length };
  const token = tokens[start];
  if (token?.pos !== 'prep') return null;
  if (PLACE_LEAD.has(token.lower)) {
    const relational = readRelationalNoun(tokens, start + 1);
    if (relational !== null) return { value: `${token.lower} ${relational.value}`, next: relational.next };
  }
  return { value: token.lower, next: start + 1 };
}

/** "(the) left side of" after a preposition. */
function readRelationalNoun(tokens: readonly Token[], start: number): { value: string; next: number } | null {
  let index = start;
  const article = tokens[index]?.lower;
  const words: string[] = [];
  if (
    article === 'the' ||
    article === 'a' ||
    article === 'an' ||
    article === 'either' ||
    article === 'both' ||
    article === 'each'
  ) {
    words.push(article);
    index++;
  }
  const names: string[] = [];
  for (let size = 0; size < 4; size++) {
    const word = tokens[index + size];
    if (
      word === undefined ||
      word.possessive ||
      (word.pos !== 'noun' && word.pos !== 'adj' && !(size === 0 && word.pos === 'prep'))
    )
      break;
    if (word.lower === 'of') break;
    names.push(word.lower);
  }
  if (names.length === 0 || tokens[index + names.length]?.lower !== 'of') return null;
  const name = names.join(' ');
  const last = names.at(-1) ?? '';
  if (!RELATIONAL_NOUNS.has(name) && !(names.length > 1 && RELATIONAL_NOUNS.has(last))) return null;
  return { value: [...words, name, 'of'].join(' '), next: index + names.length + 1 };
}

/** Adjectives that stand alone: after a verb, or after the noun they describe. */
function readAdjectives(tokens: readonly Token[], start: number): { value: Chunk; next: number } {
  const words: string[] = [];
  const first = tokens[start - 1];
  let degree = first?.pos === 'adv' && DEGREE_ADVERBS.has(first.lower) ? `${first.lower} ` : '';
  let index = start;
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    const after = tokens[index + 1];
    if (token?.pos === 'adj') {
      const before = words.at(-1);
      const shade =
        before !== undefined &&
        tokens[index - 1]?.pos === 'adj' &&
        (SHADES.has(before) || COLOURS.has(before)) &&
        COLOURS.has(token.lower);
      if (shade) words[words.length - 1] = `${before} ${token.lower}`;
      else words.push(`${degree}${token.lower}`);
      degree = '';
    } else if (token?.pos === 'adv' && after?.pos === 'adj')
      degree = DEGREE_ADVERBS.has(token.lower) ? `${token.lower} ` : '';
    else if (
      (token?.pos === 'conj' || token?.pos === 'punct') &&
      after?.pos === 'adj' &&
      readNounPhrase(tokens, index + 1) === null
    )
      continue;
    else break;
  }
  return { value: { type: 'adjectives', words }, next: index };
}

function adverb(token: Token): Chunk {
  const kind =
    DIRECTION_WORDS.has(token.lower) || DEGREE_ADVERBS.has(token.lower) || token.lower.includes(' ')
      ? 'direction'
      : PLACE_ADVERBS.has(token.lower)
        ? 'place'
        : 'manner';
  return { type: 'adverb', text: token.lower, kind };
}

import { plural } from './inflect.ts';
import { CONTAINER_NOUNS, MASS_NOUNS } from './lexicon/nouns.ts';
import { shownWord, type Token } from './tokens.ts';

/** An attribute in front of a noun; `each` where several heads share a list of them: "red and blue balloons". */
export interface Modifier {
  text: string;
  each: boolean;
}

export interface NounPhrase {
  /** Determiner in lower case: "a", "the", "no", …; null when there is none. */
  determiner: string | null;
  /** Whose it is: a noun phrase ("the man's"), or a pronoun ("his"). */
  possessor: NounPhrase | string | null;
  /** A stated number, its word as written ("two"), or a word for an unstated one ("several"). */
  count: { value: number | null; text: string } | null;
  modifiers: Modifier[];
  /** Noun modifiers and head as written: "soccer balls". Empty for a pronoun or a quote. */
  name: string;
  /** Singular of the head noun, lower case. */
  head: string;
  plural: boolean;
  proper: boolean;
  /** The name of a place. */
  placeName: boolean;
  pronoun: string | null;
  quote: number | null;
  /** "group" in "a group of people": the phrase is about the people. */
  group: string | null;
  groupModifiers: Modifier[];
  /** What stands after "of": "a statue of a lion". */
  of: NounPhrase | null;
}

export interface Parsed<T> {
  value: T;
  next: number;
}

export function emptyNounPhrase(): NounPhrase {
  return {
    determiner: null,
    possessor: null,
    count: null,
    modifiers: [],
    name: '',
    head: '',
    plural: false,
    proper: false,
    placeName: false,
    pronoun: null,
    quote: null,
    group: null,
    groupModifiers: [],
    of: null,
  };
}

/** Whether "X of Y" asks for X and Y both: "a cup of coffee". */
export function isContainer(phrase: NounPhrase): boolean {
  return CONTAINER_NOUNS.has(phrase.head);
}

/** A noun phrase of the modifiers and nouns that have been read for it. */
/** "Colourful fish": without an article, several. */
function isSchool({ determiner, possessor, count }: NounPhrase, head: Token): boolean {
  return determiner === null && possessor === null && count === null && SAME_PLURAL.test(head.lower);
}

/** "A sheep". */
function isOneOfSchool({ determiner }: NounPhrase, head: Token): boolean {
  return (determiner === 'a' || determiner === 'another') && SAME_PLURAL.test(head.lower);
}

const SAME_PLURAL = /^(?:fish|sheep|deer|goldfish|koi|bison)$/u;

const PLACE_TAGS = ['Place', 'Country', 'City', 'Region'];

export function finishNounPhrase(
  phrase: NounPhrase,
  modifiers: readonly Modifier[],
  nouns: readonly Token[],
): NounPhrase {
  const head = nouns.at(-1);
  const proper = head?.pos === 'name';
  const many = phrase.count !== null && phrase.count.value !== 1;
  const words = nouns.map((token) => (token.pos === 'name' ? token.text : shownWord(token)));
  const last = words.pop();
  // "eight starfish", "four bumble bee": the number makes a plural.
  if (last !== undefined)
    words.push(many && head?.pos === 'noun' && !head.plural && !MASS_NOUNS.has(head.root) ? plural(last) : last);
  return {
    ...phrase,
    modifiers: [...modifiers],
    name: words.join(' '),
    head: head === undefined ? '' : head.root.toLowerCase(),
    plural: head !== undefined && ((head.plural && !isOneOfSchool(phrase, head)) || many || isSchool(phrase, head)),
    proper,
    placeName: proper && nouns.some(({ tags }) => PLACE_TAGS.some((tag) => tags.has(tag))),
  };
}

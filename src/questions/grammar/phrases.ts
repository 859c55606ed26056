import { plural } from './inflect.ts';
import { COLOURS, ORDER_ADJECTIVES, SHADES } from './lexicon/adjectives.ts';
import { DEGREE_ADVERBS, EMPTY_ADVERBS, NUMBER_WORDS, QUANTIFIERS } from './lexicon/closed-class.ts';
import { ANIMALS, BODY_PARTS, CLOTHING, CONTAINER_NOUNS, GROUP_NOUNS, MASS_NOUNS, PEOPLE } from './lexicon/nouns.ts';
import { quoteIndex } from './quotes.ts';
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

interface Parsed<T> {
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

/** Reads a noun phrase that starts at `start`, with what follows "of"; null when none does. */
export function readNounPhrase(tokens: readonly Token[], start: number): Parsed<NounPhrase> | null {
  // "One of the fingers", "some of the men": so many of them, not so many in all.
  if (tokens[start + 1]?.lower === 'of' && /^(?:num|det)$/u.test(tokens[start]?.pos ?? '')) {
    const all = readNounPhrase(tokens, start + 2);
    if (all !== null && all.value.pronoun === null && all.value.determiner !== 'a') return all;
  }
  const simple = readSimple(tokens, start);
  if (simple === null) return null;
  const { value: phrase, next } = simple;
  if (tokens[next]?.lower !== 'of' || phrase.pronoun !== null || phrase.name === '') return simple;
  const inner = readNounPhrase(tokens, next + 1);
  const number = tokens[next + 1];
  if (inner?.value.pronoun === 'they' && number?.pos === 'num' && phrase.head === 'set' && phrase.name.includes(' ')) {
    // "A serving spoon set of six": six spoons.
    const name = phrase.name.replace(/ set$/u, '');
    const value = { ...phrase, name: plural(name), head: name.split(' ').at(-1) ?? name, plural: true };
    return { value: { ...value, count: countOf(number), group: 'set' }, next: next + 2 };
  }
  if (inner === null || inner.value.pronoun !== null) return simple;
  return { value: combine(phrase, inner.value), next: inner.next };
}

function combine(outer: NounPhrase, inner: NounPhrase): NounPhrase {
  // "The colour of the car is red": that is said of the car.
  if (COLOUR_WORD.test(outer.head) && outer.modifiers.length === 0) return inner;
  // "Grabs the back of his head" takes hold of the head.
  const part = PART_OF_PART.test(outer.head) && BODY_PARTS.has(inner.head);
  if (
    (part || SOME_OF.test(outer.head)) &&
    outer.modifiers.length === 0 &&
    outer.count === null &&
    outer.name === outer.head
  )
    return inner;
  const counted = QUANTIFIERS.has(outer.head) || QUANTIFIERS.has(`${outer.head}s`) || NUMBER_WORDS.has(outer.head);
  const measure = outer.name.toLowerCase();
  if (measure === 'couple' && (inner.plural || inner.count === null)) {
    return { ...inner, count: inner.count ?? { value: 2, text: 'two' }, determiner: inner.determiner };
  }
  if (
    counted ||
    measure === 'lot' ||
    measure === 'plenty' ||
    measure === 'lots' ||
    measure === 'number' ||
    measure === 'variety'
  ) {
    return { ...inner, count: inner.count ?? { value: null, text: 'many' } };
  }
  if (measure === 'kind' || measure === 'type' || measure === 'sort')
    return { ...inner, determiner: inner.determiner ?? outer.determiner };
  if (
    GROUP_NOUNS.has(outer.head) &&
    outer.name !== '' &&
    outer.possessor === null &&
    inner.quote === null &&
    !outer.plural
  ) {
    return {
      ...inner,
      group: outer.name.toLowerCase(),
      groupModifiers: outer.modifiers,
      determiner: outer.determiner ?? inner.determiner,
    };
  }
  return { ...outer, of: inner };
}

/** Whether "X of Y" asks for X and Y both: "a cup of coffee". */
export function isContainer(phrase: NounPhrase): boolean {
  return CONTAINER_NOUNS.has(phrase.head);
}

function readSimple(tokens: readonly Token[], start: number): Parsed<NounPhrase> | null {
  const first = tokens[start];
  if (first === undefined) return null;
  if (first.pos === 'pron') {
    return { value: { ...emptyNounPhrase(), pronoun: first.lower }, next: start + 1 };
  }
  const phrase = emptyNounPhrase();
  let index = readStart(tokens, start, phrase);
  const started = index > start;
  const modifiers: Modifier[] = [];
  const nouns: Token[] = [];
  let degree = '';
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.pos === 'quote') {
      if (nouns.length > 0 || phrase.quote !== null) break;
      phrase.quote = quoteIndex(token.lower);
      // "a wooden “Exit” sign": the quote stands in front of what carries it.
      if (reachesNoun(tokens, index + 1) && started) continue;
      return { value: { ...emptyNounPhrase(), quote: phrase.quote }, next: index + 1 };
    }
    if (token.possessive) {
      const owner = finish(phrase, modifiers.splice(0), [...nouns.splice(0), token]);
      if (isOwner(owner) && !isKindOfThing(owner, tokens, start, index)) {
        Object.assign(phrase, emptyNounPhrase(), { possessor: owner });
      } else {
        nouns.push({ ...token, text: `${token.text}'s`, lower: `${token.lower}'s`, possessive: false });
        modifiers.push(...owner.modifiers);
      }
      continue;
    }
    if (token.pos === 'noun' || token.pos === 'name') {
      // Two counted or plural nouns in a row are two phrases: "chairs tables".
      nouns.push(token);
      continue;
    }
    if (token.pos === 'num' && nouns.length === 0 && modifiers.length > 0 && phrase.count === null) {
      phrase.count = countOf(token);
      continue;
    }
    if (nouns.length > 0) break;
    if (token.pos === 'adj') {
      const before = modifiers.at(-1);
      if (
        before !== undefined &&
        (SHADES.has(before.text) || COLOURS.has(before.text)) &&
        COLOURS.has(token.lower) &&
        tokens[index - 1]?.pos === 'adj'
      ) {
        before.text = `${before.text} ${token.lower}`;
      } else {
        modifiers.push({ text: `${degree}${shownWord(token)}`, each: false });
        degree = '';
      }
      continue;
    }
    if (token.pos === 'adv' && tokens[index + 1]?.pos === 'adj' && reachesNoun(tokens, index + 1)) {
      const told = DEGREE_ADVERBS.has(token.lower) || (token.lower.endsWith('ly') && !EMPTY_ADVERBS.has(token.lower));
      degree = told ? `${token.lower} ` : '';
      continue;
    }
    if ((token.pos === 'conj' && token.lower !== 'or') || token.pos === 'punct') {
      const after = tokens[index + 1];
      const skip = token.pos === 'punct' && after?.pos === 'conj' ? 2 : 1;
      const adjective = tokens[index + skip];
      if (modifiers.length === 0 || adjective?.pos !== 'adj' || !reachesNoun(tokens, index + skip)) break;
      if (token.pos === 'punct' && !started && tokens[start - 1]?.pos !== 'prep') break;
      // "bent up in front, left arm …": a place, and the next thing.
      if (token.pos === 'punct' && !started && PLACE_WORD.test(modifiers.at(-1)?.text ?? '')) break;
      index += skip;
      joinModifier(modifiers, adjective, token.pos === 'conj' || skip === 2);
      continue;
    }
    break;
  }
  if (nouns.length === 0) {
    const last = modifiers.at(-1);
    // "the elderly", "a blonde": an adjective that stands for a noun, but not "a red and" nor a bare adjective.
    // "One black and the other white": which one, and what is told of it.
    const [mark] = modifiers;
    if (phrase.count?.value === 1 && mark !== undefined && phrase.determiner === null)
      return { value: { ...emptyNounPhrase(), pronoun: 'one' }, next: start + 1 };
    if (mark?.text === 'other' && modifiers.length > 1)
      return { value: { ...emptyNounPhrase(), pronoun: 'other' }, next: start + (phrase.determiner === null ? 1 : 2) };
    // "The taller one".
    if (last !== undefined && phrase.determiner === 'the' && tokens[index]?.lower === 'one')
      return { value: { ...emptyNounPhrase(), pronoun: 'one' }, next: index + 1 };
    const stands =
      (phrase.determiner === 'the' || phrase.determiner === 'a') && last !== undefined && tokens[index]?.pos !== 'conj';
    if (stands && ORDER_ADJECTIVES.has(last.text)) {
      const pronoun = /^(?:other|second)$/u.test(last.text) ? 'other' : 'one';
      return { value: { ...emptyNounPhrase(), pronoun }, next: index };
    }
    if (stands)
      return {
        value: { ...finish(phrase, modifiers.slice(0, -1), []), name: last.text, head: last.text },
        next: index,
      };
    if (phrase.possessor !== null && typeof phrase.possessor !== 'string')
      return { value: phrase.possessor, next: index };
    if (phrase.count !== null && modifiers.length === 0) {
      return { value: { ...emptyNounPhrase(), pronoun: phrase.count.value === 1 ? 'one' : 'they' }, next: index };
    }
    return null;
  }
  return { value: finish(phrase, modifiers, nouns), next: index };
}

const PART_OF_PART = /^(?:back|top|side|front|tip|end|rest|bottom|middle|inside|outside|part)$/u;
const SOME_OF = /^(?:section|part|portion|rest|front|side|back)$/u;
const COLOUR_WORD = /^colou?r$/u;
const PLACE_WORD = /^(?:front|back|rear|top|left|right)$/u;
const SIDE = /^(?:left|right|upper|lower|front|rear)$/u;

/** "red and white" of one thing is one look; shared by several things, some have the one, some the other. */
function joinModifier(modifiers: Modifier[], adjective: Token, list: boolean): void {
  const before = modifiers.at(-1);
  const colours =
    before !== undefined && COLOURS.has(before.text.split(' ').at(-1) ?? '') && COLOURS.has(adjective.lower);
  const sides = before !== undefined && SIDE.test(before.text) && SIDE.test(adjective.lower);
  if (before !== undefined && colours && list) {
    before.text = `${before.text} and ${adjective.lower}`;
    before.each = before.text !== 'black and white';
    return;
  }
  if (before !== undefined && sides && list) before.each = true;
  modifiers.push({ text: shownWord(adjective), each: sides && list });
}

function reachesNoun(tokens: readonly Token[], start: number): boolean {
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.pos === 'noun' || token?.pos === 'name') return true;
    const listed = token?.pos === 'punct' && isAdjectiveList(tokens, index + 1);
    if (token?.pos !== 'adj' && !listed && !(token?.pos === 'conj' && tokens[index + 1]?.pos === 'adj')) return false;
  }
  return false;
}

/** "Angry, surprised and sobbing": a list that "and" closes. */
function isAdjectiveList(tokens: readonly Token[], start: number): boolean {
  for (let index = start; tokens[index]?.pos === 'adj'; index += 2) {
    const after = tokens[index + 1];
    if (after?.pos === 'conj') return tokens[index + 2]?.pos === 'adj';
    if (after?.pos !== 'punct') return false;
  }
  return false;
}

function countOf(token: Token): NounPhrase['count'] {
  const value = NUMBER_WORDS.get(token.lower) ?? (/^\d+$/u.test(token.lower) ? Number(token.lower) : null);
  return { value, text: token.lower };
}

/** Reads determiner, possessive pronoun and number; gives the index after them. */
function readStart(tokens: readonly Token[], start: number, phrase: NounPhrase): number {
  let index = start;
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.pos === 'det') {
      // "Neither the cat".
      if (phrase.determiner !== 'neither') phrase.determiner = token.lower === 'an' ? 'a' : token.lower;
    } else if (token?.pos === 'poss') phrase.possessor = token.lower;
    else if (token?.pos === 'num' && phrase.count === null) phrase.count = countOf(token);
    else if (token?.lower === 'couple' && phrase.determiner === 'a' && tokens[index + 1]?.pos === 'noun') {
      phrase.count = { value: 2, text: 'two' };
    } else break;
  }
  return index;
}

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

function finish(phrase: NounPhrase, modifiers: readonly Modifier[], nouns: readonly Token[]): NounPhrase {
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

/** "A gecko wearing a conductor's hat", "children's toys": a kind of hat or toy, and nobody who owns it. */
function isKindOfThing(owner: NounPhrase, tokens: readonly Token[], start: number, index: number): boolean {
  if (owner.proper || typeof owner.possessor === 'string') return false;
  let end = index + 1;
  while (/^(?:noun|adj)$/u.test(tokens[end + 1]?.pos ?? '')) end++;
  const thing = tokens[end];
  if (thing?.pos !== 'noun' || BODY_PARTS.has(thing.root)) return false;
  if (owner.plural && owner.determiner === null) return true;
  const worn = /^(?:wear(?:s|ing)?|wore|in|dressed)$/u.test(tokens[start - 1]?.lower ?? '');
  return owner.determiner === 'a' && worn && CLOTHING.has(thing.root);
}

function isOwner(phrase: NounPhrase): boolean {
  if (phrase.proper || typeof phrase.possessor === 'string') return true;
  if (phrase.determiner !== null && phrase.determiner !== 'a') return true;
  return PEOPLE.has(phrase.head) || ANIMALS.has(phrase.head);
}

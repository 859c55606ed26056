import { plural } from './inflect.ts';
import { COLOURS, ORDER_ADJECTIVES, SHADES } from './lexicon/adjectives.ts';
import { DEGREE_ADVERBS, EMPTY_ADVERBS, NUMBER_WORDS } from './lexicon/closed-class.ts';
import { BODY_PARTS } from './lexicon/nouns.ts';
import { joinModifier, PLACE_WORD, reachesNoun } from './modifier-lists.ts';
import { emptyNounPhrase, finishNounPhrase, type Modifier, type NounPhrase, type Parsed } from './noun-phrase.ts';
import { combine } from './of-phrases.ts';
import { isKindOfThing, isOwner } from './owners.ts';
import { quoteIndex } from './quotes.ts';
import { shownWord, type Token } from './tokens.ts';

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
      const before = nouns.splice(0);
      const owner = finishNounPhrase(phrase, modifiers.splice(0), [...before, token]);
      const next = tokens[index + 1];
      // "A robot's left arm".
      const has = next !== undefined && (next.pos === 'adj' || BODY_PARTS.has(next.root));
      if ((isOwner(owner) || has) && !isKindOfThing(owner, tokens, start, index)) {
        Object.assign(phrase, emptyNounPhrase(), { possessor: owner });
      } else {
        nouns.push(...before, { ...token, text: `${token.text}'s`, lower: `${token.lower}'s`, possessive: false });
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
        value: { ...finishNounPhrase(phrase, modifiers.slice(0, -1), []), name: last.text, head: last.text },
        next: index,
      };
    if (phrase.possessor !== null && typeof phrase.possessor !== 'string')
      return { value: phrase.possessor, next: index };
    if (phrase.count !== null && modifiers.length === 0) {
      return { value: { ...emptyNounPhrase(), pronoun: phrase.count.value === 1 ? 'one' : 'they' }, next: index };
    }
    return null;
  }
  return { value: finishNounPhrase(phrase, modifiers, nouns), next: index };
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

import { infinitive, singular } from './inflect.ts';
import { ADJECTIVES, COLOURS, MATERIALS, ORDER_ADJECTIVES, SHADES } from './lexicon/adjectives.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  DIRECTION_WORDS,
  EMPTY_ADVERBS,
  NEGATIONS,
  NUMBER_WORDS,
  POSSESSIVE_PRONOUNS,
  PREPOSITIONS,
  PRONOUNS,
  QUANTIFIERS,
  RELATIVES,
  SUBORDINATORS,
} from './lexicon/closed-class.ts';
import { ANIMALS, BODY_PARTS, CLOTHING, ING_NOUNS, PEOPLE, PLURAL_ONLY, VEHICLES } from './lexicon/nouns.ts';
import { INTRANSITIVE_VERBS, STRONGLY_TRANSITIVE, TRANSITIVE_VERBS } from './lexicon/verbs.ts';
import { quoteIndex } from './quotes.ts';
import type { PartOfSpeech, Token, VerbForm } from './tokens.ts';

/**
 * Settles the part of speech of every token of a sentence. The library tags each word by what it usually is in prose;
 * prompts drop articles and verbs, so what stands before and after has the last word here.
 */
export function settlePartsOfSpeech(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.pos === 'other') token.pos = closedClass(token);
    if (token.lower === 'that' && index > 0 && tokens[index - 1]?.pos === 'other') token.pos = 'rel';
  }
  let clauseHasVerb = false;
  for (const [index, token] of tokens.entries()) {
    if (token.pos === 'punct' || token.pos === 'sub' || token.pos === 'rel') clauseHasVerb = false;
    if (token.pos === 'aux') clauseHasVerb = true;
    if (token.pos === 'other') settle(tokens, index, clauseHasVerb);
    if (token.pos === 'verb' && token.form !== 'ing') clauseHasVerb = true;
  }
  disambiguateClosed(tokens);
}

const STRAIGHT_ADVERBS = /^(?:(?:for|back|up|down|out|in)wards?|sideways|ahead|apart|together|halfway)$/u;

function closedClass(token: Token): PartOfSpeech {
  const word = token.lower;
  if (quoteIndex(word) !== null) return 'quote';
  if (token.possessive) return token.tags.has('ProperNoun') || token.tags.has('Person') ? 'name' : 'noun';
  if (word === 'there') return 'there';
  if (NEGATIONS.has(word)) return 'neg';
  if (POSSESSIVE_PRONOUNS.has(word)) return 'poss';
  if (PRONOUNS.has(word)) return 'pron';
  if (AUXILIARIES.has(word)) return 'aux';
  if (DETERMINERS.has(word)) return 'det';
  if (QUANTIFIERS.has(word) || NUMBER_WORDS.has(word) || /^\d{1,4}$/u.test(word)) return 'num';
  if (CONJUNCTIONS.has(word)) return 'conj';
  if (SUBORDINATORS.has(word)) return 'sub';
  if (RELATIVES.has(word)) return 'rel';
  if (EMPTY_ADVERBS.has(word) || STRAIGHT_ADVERBS.test(word)) return 'adv';
  if (PREPOSITIONS.has(word)) return 'prep';
  return 'other';
}

/** A word that may stand inside a noun phrase after its start. */
function nounLike(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.pos === 'noun' || token.pos === 'name' || token.pos === 'adj') return true;
  if (token.pos !== 'other') return false;
  return !token.tags.has('Adverb') || ADJECTIVES.has(token.lower);
}

function isNounWord(word: string, root: string): boolean {
  return [word, root, singular(word)].some(
    (form) =>
      PEOPLE.has(form) ||
      ANIMALS.has(form) ||
      CLOTHING.has(form) ||
      VEHICLES.has(form) ||
      BODY_PARTS.has(form) ||
      PLURAL_ONLY.has(form),
  );
}

function settle(tokens: Token[], index: number, clauseHasVerb: boolean): void {
  const token = tokens[index];
  if (token === undefined) return;
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  const word = token.lower;
  const open = opensNounPhrase(before);
  const beforeNoun =
    before?.pos === 'noun' || before?.pos === 'name' || before?.pos === 'quote' || before?.pos === 'pron';
  const noun = isNounWord(word, token.root);

  if (ADJECTIVES.has(word) || COLOURS.has(word) || (MATERIALS.has(word) && nounLike(next))) return set(token, 'adj');
  if (ORDER_ADJECTIVES.has(word)) return set(token, 'adj');
  if (token.tags.has('Hyphenated')) {
    return nounLike(next) || token.tags.has('Adjective') || /ed$|ing$/u.test(word)
      ? set(token, 'adj')
      : set(token, 'noun');
  }
  if (word.endsWith('ing') && word.length > 4 && !ING_NOUNS.has(word)) {
    const known = TRANSITIVE_VERBS.has(infinitive(word)) || INTRANSITIVE_VERBS.has(infinitive(word));
    if (!known && !token.tags.has('Verb') && !token.tags.has('Gerund'))
      return set(token, token.tags.has('Adjective') ? 'adj' : 'noun');
    if (open && nounLike(next)) return set(token, 'adj');
    if (open && before?.pos === 'adj') return set(token, 'noun');
    if (open) return set(token, before?.pos === 'det' || before?.pos === 'poss' ? 'noun' : 'verb', 'ing');
    if (before === undefined && nounLike(next) && !STRONGLY_TRANSITIVE.has(infinitive(word)) && next?.pos === 'other') {
      return set(token, 'adj');
    }
    return set(token, 'verb', 'ing');
  }
  if (token.tags.has('Adverb') && !noun) return set(token, 'adv');
  const participle =
    token.tags.has('PastTense') || token.tags.has('Participle') || (/[^e]ed$/u.test(word) && !noun && word.length > 4);
  if (participle) {
    if (open && nounLike(next)) return set(token, 'adj');
    if (open && before?.pos === 'det') return set(token, 'noun');
    if (before === undefined && nounLike(next)) return set(token, 'adj');
    if ((before?.pos === 'prep' || before?.pos === 'conj' || before?.pos === 'punct') && nounLike(next))
      return set(token, 'adj');
    return set(token, 'verb', 'ed');
  }
  if (word.endsWith('ly') && !token.tags.has('Noun') && !token.tags.has('Adjective')) return set(token, 'adv');
  if (token.tags.has('Adjective') && !noun) return set(token, 'adj');
  const verb = verbForm(token);
  if (noun && !(verb === 's' && beforeNoun && before?.plural !== true && next?.pos === 'det')) return setNoun(token);

  if (verb !== null) {
    const after = before?.pos === 'aux' || before?.lower === 'to' || before?.pos === 'rel';
    if (after) return set(token, 'verb', verb);
    if (!open && beforeNoun && (token.tags.has('Verb') || !clauseHasVerb)) {
      const tagged = token.tags.has('Verb');
      if (verb === 's' && (tagged || (before?.plural !== true && startsObject(next)))) return set(token, 'verb', 's');
      if (verb === 'base' && (before?.plural === true || before?.pos === 'pron') && (tagged || startsObject(next))) {
        return set(token, 'verb', 'base');
      }
      // "person wear hat": no article, no ending.
      if (verb === 'base' && isTelegraphic(tokens, index) && !clauseHasVerb) return set(token, 'verb', 'base');
    }
    if (!open && clauseHasVerb && (before?.pos === 'conj' || before?.pos === 'adv') && token.tags.has('Verb')) {
      return set(token, 'verb', verb);
    }
    if (!open && before?.pos === 'adv' && token.tags.has('Verb')) return set(token, 'verb', verb);
  }
  if (token.tags.has('ProperNoun') || token.tags.has('Person') || token.tags.has('Place')) {
    set(token, 'name');
    return;
  }
  setNoun(token);
}

/** After these, a noun phrase is open and a verb cannot follow. */
function opensNounPhrase(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'det' || token.pos === 'poss' || token.pos === 'num' || token.pos === 'adj' || token.possessive)
  );
}

function startsObject(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return ['det', 'poss', 'prep', 'adv', 'num', 'pron', 'punct', 'conj', 'quote'].includes(token.pos);
}

/** A bare noun, the word, and a bare noun or preposition after it: "person wear hat", "person sit on boat". */
function isTelegraphic(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  const word = tokens[index]?.lower ?? '';
  if (next === undefined) return false;
  if (next.pos === 'prep') return INTRANSITIVE_VERBS.has(word);
  return TRANSITIVE_VERBS.has(word) && (nounLike(next) || next.pos === 'det' || next.pos === 'poss') && index <= 3;
}

function verbForm(token: Token): VerbForm | null {
  const word = token.lower;
  if (INTRANSITIVE_VERBS.has(word) || TRANSITIVE_VERBS.has(word)) return 'base';
  if (word.endsWith('s')) {
    const base = infinitive(word);
    if (INTRANSITIVE_VERBS.has(base) || TRANSITIVE_VERBS.has(base) || token.tags.has('Verb')) return 's';
  }
  if (token.tags.has('Verb')) return word === token.root ? 'base' : 's';
  return null;
}

function set(token: Token, pos: PartOfSpeech, form: VerbForm | null = null): void {
  token.pos = pos;
  token.form = form;
  if (pos === 'noun') setNoun(token);
  if (pos === 'verb') token.root = form === 'base' ? token.lower : infinitive(token.lower);
}

function setNoun(token: Token): void {
  token.pos = 'noun';
  token.root = singular(token.lower);
  token.plural = PLURAL_ONLY.has(token.lower) || (token.root !== token.lower && !token.lower.endsWith('ss'));
}

/** Words that are one closed class or another depending on what follows. */
function disambiguateClosed(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const before = tokens[index - 1];
    const nominal = next !== undefined && ['noun', 'adj', 'name', 'num', 'verb'].includes(next.pos);
    if (token.lower === 'her' && !(next?.pos === 'noun' || next?.pos === 'adj' || next?.pos === 'name'))
      token.pos = 'pron';
    if (token.lower === 'that' && nominal && next?.pos !== 'verb') token.pos = 'det';
    if (token.lower === 'there' && next?.pos !== 'aux' && next?.lower !== 'appear' && next?.lower !== 'stand')
      token.pos = 'adv';
    if (token.lower === 'one' && (next === undefined || !nominal) && next?.lower !== 'of') token.pos = 'pron';
    const direction = DIRECTION_WORDS.has(token.lower) && token.pos === 'prep';
    if (direction && (!startsNounPhrase(next) || DIRECTION_WORDS.has(next?.lower ?? ''))) token.pos = 'adv';
    if (direction && next?.lower === 'straight') next.pos = 'adv';
    if (SHADES.has(token.lower) && next !== undefined && COLOURS.has(next.lower)) token.pos = 'adj';
    if (
      (token.lower === 'left' || token.lower === 'right') &&
      token.pos === 'adj' &&
      before?.lower === 'to' &&
      next?.pos !== 'noun'
    )
      token.pos = 'noun';
    if (AUXILIARIES.has(token.lower) && /^(?:has|have|had|do|does|did)$/u.test(token.lower))
      settleFullVerb(token, next, tokens[index + 2]);
  }
}

function startsNounPhrase(token: Token | undefined): boolean {
  return token !== undefined && ['det', 'poss', 'num', 'adj', 'noun', 'name', 'pron', 'quote'].includes(token.pos);
}

/** "has a hat" and "does a trick" are verbs of their own; "has fallen" and "does not walk" are auxiliaries. */
function settleFullVerb(token: Token, next: Token | undefined, afterNext: Token | undefined): void {
  const after = next?.pos === 'neg' || next?.pos === 'adv' ? afterNext : next;
  if (after?.pos === 'verb' || after?.pos === 'aux') return;
  set(token, 'verb', token.lower === 'had' || token.lower === 'did' ? 'ed' : token.lower.endsWith('s') ? 's' : 'base');
}

import { joinAdverbPhrases } from './adverb-phrases.ts';
import { singular } from './inflect.ts';
import { COLOURS, SHADES } from './lexicon/adjectives.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  DIRECTION_WORDS,
  EMPTY_ADVERBS,
  NEGATIONS,
  NUMBER_WORDS,
  PLACE_ADVERBS,
  POSSESSIVE_PRONOUNS,
  PREPOSITIONS,
  PRONOUNS,
  QUANTIFIERS,
  RELATIVES,
  SUBORDINATORS,
} from './lexicon/closed-class.ts';
import { COMPOUNDS } from './lexicon/compounds.ts';
import { setPos, settleOpenWord } from './open-words.ts';
import { quoteIndex } from './quotes.ts';
import type { PartOfSpeech, Token } from './tokens.ts';

/**
 * Settles the part of speech of every token of a sentence. The library tags each word by what it usually is in prose;
 * prompts drop articles and verbs, so what stands before and after has the last word here.
 */
export function settlePartsOfSpeech(tokens: Token[]): void {
  joinAdverbPhrases(tokens);
  for (const [index, token] of tokens.entries()) {
    if (token.pos === 'other') token.pos = closedClass(token);
    if (token.possessive && token.pos === 'noun') setPos(token, 'noun');
    const floating = /^(?:each|both|all)$/u.test(token.lower) && tokens[index - 1]?.pos === 'aux';
    if (floating && !/^ha(?:s|ve|d)$/u.test(tokens[index - 1]?.lower ?? '')) token.pos = 'adv';
    if (/^(?:can|will|might|may)$/u.test(token.lower) && !leadsToVerb(tokens[index + 1])) setPos(token, 'noun');
    if (token.lower === 'each' && tokens[index + 1]?.lower === 'other') token.pos = 'pron';
    if (token.lower === 'other' && tokens[index - 1]?.lower === 'each') token.pos = 'adv';
    const nextTag = tokens[index + 1]?.tags;
    const graded = nextTag?.has('Adjective') === true || nextTag?.has('PastTense') === true;
    if (token.lower === 'half' && (graded || tokens[index + 1]?.lower === 'full')) token.pos = 'adv';
    // "The perfectly still lake".
    const described = tokens[index - 1]?.lower.endsWith('ly') === true || tokens[index - 1]?.pos === 'det';
    if (token.lower === 'still' && described && nextTag?.has('Noun') === true) token.pos = 'adj';
    if (token.lower === 'level' && tokens[index + 1]?.lower === 'with') token.pos = 'adj';
    if (token.lower === 'that' && index > 0 && tokens[index - 1]?.pos === 'other') token.pos = 'rel';
  }
  dropColourWord(tokens);
  joinNames(tokens);
  joinCompounds(tokens);
  let clauseHasVerb = false;
  /** Within "that …": whether the clause around it has its verb already. */
  let outer: boolean | null = null;
  for (const [index, token] of tokens.entries()) {
    const skipped = tokens[index + 1]?.pos === 'adv' || tokens[index + 1]?.tags.has('Adverb') === true;
    const after = tokens[index + (skipped ? 2 : 1)]?.pos;
    const newClause =
      token.pos === 'conj' && (after === 'det' || after === 'num' || after === 'poss' || after === 'pron');
    if (token.lower === 'as') clauseHasVerb = false;
    if (token.pos === 'rel') outer = clauseHasVerb;
    const pronoun = token.pos === 'pron' && SUBJECT_PRONOUNS.test(token.lower);
    if (newClause || pronoun || token.pos === 'punct' || token.pos === 'sub' || token.pos === 'rel')
      clauseHasVerb = false;
    if (token.pos === 'other') settleOpenWord(tokens, index, clauseHasVerb);
    if (token.pos === 'aux' || (token.pos === 'verb' && (token.form === 's' || token.form === 'base'))) {
      clauseHasVerb = outer ?? true;
      outer = null;
    }
  }
  disambiguateClosed(tokens);
}

/** These can only be subjects: a new clause begins with them, even without a full stop. */
const SUBJECT_PRONOUNS = /^(?:he|she|they|i|we)$/u;

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
    const direction = token.pos === 'prep' && (DIRECTION_WORDS.has(token.lower) || PLACE_ADVERBS.has(token.lower));
    if (direction && (!startsNounPhrase(next) || DIRECTION_WORDS.has(next?.lower ?? ''))) token.pos = 'adv';
    if (direction && next?.lower === 'straight') next.pos = 'adv';
    if (token.lower === 'far' && DIRECTION_WORDS.has(next?.lower ?? '')) token.pos = 'adv';
    if (token.lower === 'straight' && DIRECTION_WORDS.has(next?.lower ?? '')) token.pos = 'adv';
    const side = token.lower === 'left' || token.lower === 'right';
    if (side && token.pos === 'adj' && before?.pos === 'verb' && !startsNounPhrase(next)) token.pos = 'adv';
    if (token.pos === 'det' && /^(?:that|this|these|those)$/u.test(token.lower) && !nounFollows(tokens, index + 1))
      token.pos = 'pron';
    if (SHADES.has(token.lower) && next !== undefined && COLOURS.has(next.lower)) token.pos = 'adj';
    // "To the right and …", but "the right and left arm".
    const sides = next?.pos === 'conj' && tokens[index + 2]?.pos === 'adj';
    const placed = before?.lower === 'to' || (before?.lower === 'the' && tokens[index - 2]?.pos === 'prep' && !sides);
    if (side && token.pos === 'adj' && placed && !['noun', 'name', 'adj'].includes(next?.pos ?? '')) token.pos = 'noun';
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
  // "bus has wheel": what follows in the base form is what it has.
  if (after?.pos === 'verb' && (after.form === 'base' || after.form === 's') && !/^d(?:o|oes|id)$/u.test(token.lower))
    setPos(after, 'noun');
  if (after?.pos === 'verb' || after?.pos === 'aux') return;
  setPos(
    token,
    'verb',
    token.lower === 'had' || token.lower === 'did' ? 'ed' : token.lower.endsWith('s') ? 's' : 'base',
  );
}

function nounFollows(tokens: readonly Token[], start: number): boolean {
  const pos = tokens[start]?.pos;
  if (pos === 'adj' || pos === 'num' || pos === 'adv') return nounFollows(tokens, start + 1);
  return pos === 'noun' || pos === 'name' || pos === 'quote';
}

/** "A black color object" is black: the word for colour tells nothing more. */
function dropColourWord(tokens: Token[]): void {
  for (let index = tokens.length - 2; index > 0; index--) {
    const coloured = COLOURS.has(tokens[index - 1]?.lower ?? '') && tokens[index + 1]?.pos === 'other';
    if (coloured && /^colou?r(?:ed)?$/u.test(tokens[index]?.lower ?? '')) tokens.splice(index, 1);
  }
}

/** What stands before a name and belongs to it. */
const TITLE =
  /^(?:Dr|Mr|Mrs|Ms|St|Prof|Professor|Sir|Saint|Sgt|Capt|Captain|Lt|Gen|President|Princess|Prince|Queen|King|Lord)$/u;

/** "New York City": capitals within a sentence make a name of what a tagger takes apart. */
function joinNames(tokens: Token[]): void {
  const words = tokens.filter((token) => token.pos !== 'punct');
  const capitals = words.filter(isCapital).length;
  // Where most words have capitals, they mean nothing.
  if (capitals > 0.6 * words.length && words.length > 4) return;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (TITLE.test(token.text) && next !== undefined && isCapital(next)) {
      token.pos = 'name';
      next.pos = 'name';
    }
    const neighbour = [tokens[index - 1], tokens[index + 1]].some(
      (other) => (other?.pos === 'other' || other?.pos === 'name') && isCapital(other) && other !== tokens[0],
    );
    const first = index === 0 || tokens[index - 1]?.pos === 'punct';
    const named = token.tags.has('ProperNoun') || token.tags.has('Place') || token.tags.has('Person');
    if (token.pos === 'other' && isCapital(token) && neighbour && (!first || named)) token.pos = 'name';
  }
}

/** "A swimming pool", "hot air": both words are parts of a name. */
function joinCompounds(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next === undefined || token.pos === 'punct' || !COMPOUNDS.has(`${token.lower} ${singular(next.lower)}`))
      continue;
    const kind = isCapital(token) && isCapital(next) ? 'name' : 'noun';
    setPos(token, kind);
    if (next.pos === 'other') setPos(next, kind);
  }
}

function isCapital(token: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(token.text);
}

/** "A can of paint" has no verb after "can"; "can fly" and "can slowly fly" have. */
function leadsToVerb(next: Token | undefined): boolean {
  return next !== undefined && (next.tags.has('Verb') || next.tags.has('Adverb') || next.tags.has('Negative'));
}

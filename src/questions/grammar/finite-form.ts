import { infinitive } from './inflect.ts';
import { ADJECTIVES, COLOURS } from './lexicon/adjectives.ts';
import { ANIMALS, BODY_PARTS, PEOPLE, VEHICLES } from './lexicon/nouns.ts';
import { ANIMATE_VERBS, INTRANSITIVE_VERBS, TRANSITIVE_VERBS } from './lexicon/verbs.ts';
import type { Token, VerbForm } from './tokens.ts';

/** A word with its neighbours; those before it are settled, those after it only where they are of a closed class. */
export interface Context {
  tokens: readonly Token[];
  index: number;
  token: Token;
  before: Token | undefined;
  next: Token | undefined;
  /** A noun phrase is open: a determiner, number or adjective came just before. */
  open: boolean;
  /** The clause has its finite verb already. */
  clauseHasVerb: boolean;
  /** It names a person, an animal, a garment or the like whatever the tagger thinks. */
  noun: boolean;
}

const HELPING = new Set(['help', 'let']);

/** The form of a finite verb, or null where the word is no verb here. */
export function finiteForm(context: Context): VerbForm | null {
  const { token, before, next, open, clauseHasVerb, noun } = context;
  const form = verbForm(token);
  const base = infinitive(token.lower);
  const listed = INTRANSITIVE_VERBS.has(base) || TRANSITIVE_VERBS.has(base);
  // "A kid wearing red rides a bike": the colour is what he wears.
  const worn = before !== undefined && COLOURS.has(before.lower) && context.tokens[context.index - 2]?.root === 'wear';
  if (worn && form === 's' && !clauseHasVerb && startsObject(next)) return form;
  if (open || before === undefined) return null;
  // "Pillow covers": nothing is covered.
  const ends = next === undefined || next.pos === 'punct';
  if (ends && form !== null && TRANSITIVE_VERBS.has(base) && !INTRANSITIVE_VERBS.has(base) && !hasVerb(context))
    return null;
  if (form === null)
    return token.tags.has('Plural') && !clauseHasVerb && afterIndefinite(context) && !nounLike(next) ? 's' : null;
  const tagged = token.tags.has('Verb');
  const object = startsObject(next) || next === undefined;
  // "The paper then burns".
  const ahead = before.lower === 'then' ? context.tokens[context.index - 2] : before;
  const nominal = ['noun', 'name', 'quote', 'pron'].includes(ahead?.pos ?? '');
  const many = before.plural || before.pos === 'pron' || isCoordinated(context);
  // "A crowd watches", "a smith hammers": after "a", a word with the ending of a plural is a verb.
  const shaped = form === 's' || (context.token.lower.endsWith('s') && token.plural);
  if (shaped && !clauseHasVerb && afterIndefinite(context) && (listed || !nounLike(next))) return 's';
  if (before.pos === 'pron' && form === 's' && object && !clauseHasVerb) return form;
  // "A bird with long legs stands": two plurals in a row are no compound.
  if (form === 's' && before.pos === 'noun' && before.plural && !clauseHasVerb && listed && context.index > 2)
    return form;
  // "The woman, tired and cold, says …": the verb comes after a comma.
  // "The boat, painted in blue, rocks gently on the waves".
  const manner = next?.tags.has('Adverb') === true || next?.pos === 'sub';
  const paired = context.tokens.slice(0, context.index).filter((earlier) => earlier.pos === 'punct').length > 1;
  const governs = next !== undefined && /^(?:det|poss|pron)$/u.test(next.pos);
  // "Lights a cigarette, takes a long drag": what is done goes on.
  const bare = tagged && !noun && next?.tags.has('Noun') === true && next.pos === 'other';
  // "Sits, grins and stares".
  const joined = next?.pos === 'conj' && !noun && isPresent(context.tokens[context.index + 2]);
  if (before.pos === 'punct' && form === 's' && listed && hasFinite(context) && (governs || bare || joined))
    return form;
  const clause = (!noun && (startsObject(next) || next === undefined)) || manner || (paired && next?.pos === 'prep');
  if (before.pos === 'punct' && form === 's' && listed && clause && !hasFinite(context)) return form;
  // "Helps her son tie his shoes": the son ties them.
  const helped = context.tokens
    .slice(Math.max(0, context.index - 4), context.index)
    .some(({ root }) => HELPING.has(root));
  if (form === 'base' && listed && helped && before.pos === 'noun' && !before.plural && startsObject(next))
    return 'ing';
  // "Passersby drop coins".
  if (noun && form === 'base' && listed && before.pos === 'noun' && before.plural && !clauseHasVerb) return form;
  if (noun) return form === 's' && nominal && !before.plural && next?.pos === 'det' ? form : null;
  if (before.lower === 'to')
    return form === 'base' && !followsPlace(context) && (listed || startsObject(next)) ? form : null;
  if (before.pos === 'aux' || before.pos === 'rel') return form;
  if (before.pos === 'neg' && context.tokens[context.index - 2]?.pos === 'aux') return form;
  if (nominal && !clauseHasVerb) {
    // "Dining chairs black": a colour is no object.
    if (form === 's' && ((tagged && (listed || !COLOURS.has(next?.lower ?? ''))) || (!before.plural && object)))
      return form;
    const participleNext = next?.tags.has('PastTense') === true || next?.tags.has('Gerund') === true;
    if (form === 'base' && many && (tagged || object || (listed && participleNext))) return form;
    // "Two women in fine clothing take a photo": the plural came earlier.
    const taking = next !== undefined && ['det', 'poss', 'pron'].includes(next.pos);
    if (form === 'base' && taking && context.tokens.slice(0, context.index).some((earlier) => earlier.plural))
      return form;
    // "person wear hat": no article, no ending.
    if (form === 'base' && isTelegraphic(context) && !clauseHasVerb) return form;
  }
  // "Two players, one in red and one in white, jump for it".
  const told = context.tokens.slice(0, context.index).filter((earlier) => earlier.pos === 'punct').length > 1;
  const group = context.tokens.slice(0, context.index).some((earlier) => earlier.plural);
  if (
    before.pos === 'punct' &&
    told &&
    group &&
    form === 'base' &&
    listed &&
    next?.pos === 'prep' &&
    !hasFinite(context)
  )
    return form;
  // "slices carrots, then adds them", "sits and reads a book".
  const goesOn = before.pos === 'conj' || (before.pos === 'adv' && hasNominal(context));
  const baseBefore = context.tokens
    .slice(0, context.index)
    .some((earlier) => earlier.pos === 'verb' && earlier.form === 'base');
  if (
    goesOn &&
    (tagged || (object && (form === 's' || (listed && baseBefore)))) &&
    (context.index > 1 || before.pos === 'adv')
  ) {
    return hasVerb(context) || before.pos === 'adv' ? form : null;
  }
  return null;
}

/** A word that may stand inside a noun phrase after its start. */
export function nounLike(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.pos === 'noun' || token.pos === 'name' || token.pos === 'adj') return true;
  if (token.pos !== 'other') return false;
  return !token.tags.has('Adverb') || ADJECTIVES.has(token.lower);
}

/** "Next to post", "left to plate": the preposition "to", not that of an infinitive. */
function followsPlace({ tokens, index }: Context): boolean {
  return /^(?:next|close|closer|left|right|adjacent|parallel|up|down)$/u.test(tokens[index - 2]?.lower ?? '');
}

/** "A man and a woman dance": two singulars make a plural. */
function isCoordinated({ tokens, index }: Context): boolean {
  const before = tokens.slice(0, index);
  return (
    before.some((token) => token.lower === 'and') &&
    !before.some((token) => token.pos === 'verb' || token.pos === 'aux' || token.pos === 'prep')
  );
}

export function hasVerb({ tokens, index }: Context): boolean {
  return tokens.slice(0, index).some((token) => token.pos === 'verb' || token.pos === 'aux');
}

function isPresent(token: Token | undefined): boolean {
  return token?.lower.endsWith('s') === true && verbForm(token) === 's';
}

/** Whether there is anything yet that could do something. */
function hasNominal({ tokens, index }: Context): boolean {
  return tokens.slice(0, index).some((token) => ['noun', 'name', 'pron', 'quote'].includes(token.pos));
}

/** Whether the noun before belongs to a phrase with "a": it cannot be the first part of a plural. */
function afterIndefinite({ tokens, index }: Context): boolean {
  let at = index - 1;
  if (tokens[at]?.pos !== 'noun' || tokens[at]?.plural === true) return false;
  while (at >= 0 && ['noun', 'adj', 'name'].includes(tokens[at]?.pos ?? '')) at--;
  return /^(?:an?|one|each|every)$/u.test(tokens[at]?.lower ?? '');
}

function hasFinite({ tokens, index }: Context): boolean {
  const before = tokens.slice(0, index);
  // "The man, whose hands are old, plays": not that of what is told between the commas.
  const relative = before.findIndex(({ pos }) => pos === 'rel');
  const told = relative > 0 && before[relative - 1]?.pos === 'punct' ? before.slice(0, relative) : before;
  return told.some(
    (token) => token.pos === 'aux' || (token.pos === 'verb' && (token.form === 's' || token.form === 'base')),
  );
}

export function startsObject(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.pos === 'other' && token.tags.has('Adverb')) return true;
  return ['det', 'poss', 'prep', 'adv', 'num', 'pron', 'punct', 'conj', 'quote'].includes(token.pos);
}

/** The word, and a bare noun or preposition after it: "person wear hat", "person sit on boat". */
function isTelegraphic({ token, next, index, before }: Context): boolean {
  if (next === undefined || before === undefined) return false;
  const doer = [PEOPLE, ANIMALS, VEHICLES, BODY_PARTS].some((list) => list.has(before.root));
  if (next.pos === 'prep') return INTRANSITIVE_VERBS.has(token.lower);
  return (
    (TRANSITIVE_VERBS.has(token.lower) || (index === 1 && ANIMATE_VERBS.has(token.lower))) &&
    ((nounLike(next) && doer) || next.pos === 'det' || next.pos === 'poss') &&
    index <= 3
  );
}

function verbForm(token: Token): VerbForm | null {
  const word = token.lower;
  if (INTRANSITIVE_VERBS.has(word) || TRANSITIVE_VERBS.has(word)) return 'base';
  const base = word.endsWith('s') ? infinitive(word) : '';
  if (base !== '' && (INTRANSITIVE_VERBS.has(base) || TRANSITIVE_VERBS.has(base))) return 's';
  if (!token.tags.has('Verb') || word.endsWith('ing')) return null;
  return word === token.root || !word.endsWith('s') ? 'base' : 's';
}

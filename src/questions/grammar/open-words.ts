import { type Context, finiteForm, hasVerb, nounLike, startsObject } from './finite-form.ts';
import { infinitive, singular } from './inflect.ts';
import {
  ADJECTIVES,
  AMBIGUOUS_ADJECTIVES,
  COLOURS,
  MATERIALS,
  NOUN_MATERIALS,
  ORDER_ADJECTIVES,
} from './lexicon/adjectives.ts';
import { DIRECTION_WORDS } from './lexicon/closed-class.ts';
import {
  ABSTRACT_NOUNS,
  ANIMALS,
  BODY_PARTS,
  CLOTHING,
  ING_NOUNS,
  MASS_NOUNS,
  PEOPLE,
  PLACES,
  PLURAL_ONLY,
  PLURALS_LIKE_VERBS,
  VEHICLES,
} from './lexicon/nouns.ts';
import {
  INTRANSITIVE_VERBS,
  IRREGULAR_PARTICIPLES,
  PAST_ONLY,
  STRONGLY_TRANSITIVE,
  TRANSITIVE_VERBS,
} from './lexicon/verbs.ts';
import type { PartOfSpeech, Token, VerbForm } from './tokens.ts';

/** Settles a noun, verb, adjective or adverb by what stands around it, and where that does not decide, by the tagger. */
export function settleOpenWord(tokens: readonly Token[], index: number, clauseHasVerb: boolean): void {
  const token = tokens[index];
  if (token === undefined) return;
  const before = tokens[index - 1];
  // "The taller one catches it".
  if (before?.lower === 'one' && before.pos === 'num' && tokens[index - 2]?.pos === 'adj') before.pos = 'pron';
  const context: Context = {
    tokens,
    index,
    token,
    before,
    next: tokens[index + 1],
    open:
      before !== undefined &&
      !isAge(tokens, index) &&
      (['det', 'poss', 'num', 'adj'].includes(before.pos) || before.possessive),
    clauseHasVerb,
    noun: isNounWord(token.lower, token.root),
  };
  const [pos, form] = decide(context);
  setPos(token, pos, form);
}

/** Participles that describe what is named after them. */
const PRESENT_LOOKS = new Set(
  'rolling towering flowing crashing glowing floating falling shining blooming winding looming soaring sparkling shimmering twinkling burning swirling flickering drifting gleaming flying'.split(
    ' ',
  ),
);

/** Verbs that a participle goes on from: "starts running". */
const GOING_ON = new Set(
  'begin start keep stop continue go come love like enjoy finish stand sit lie walk run'.split(' '),
);
const NEVER_DOING = new Set(['building', 'being', 'ceiling', 'evening', 'morning', 'wedding', 'railing']);

const ADJECTIVE_ENDING = /\p{L}{3}(?:ous|ful|less|ish|able|ible|escent|esque|ical)$/u;

/** Participles that are nouns before "of": "a set of cups". */
const GROUP_PARTICIPLES = /^(?:set|shot|cut|split|cast|spread)$/u;

/** "Eight years old": the adjective does not open a noun phrase. */
function isAge(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.lower === 'old' && /^(?:years?|months?)$/u.test(tokens[index - 2]?.lower ?? '');
}

type Decision = [pos: PartOfSpeech, form?: VerbForm];

function decide(context: Context): Decision {
  const { token, next, noun } = context;
  const word = token.lower;
  if (word === 'light' && next?.lower === 'up' && !context.open) return ['verb', 'base'];
  if (word === 'cream' && context.before?.lower === 'ice') return ['noun'];
  // "To put on": no participle after "to".
  const infinite = context.before?.lower === 'to' && IRREGULAR_PARTICIPLES.has(word) && TRANSITIVE_VERBS.has(word);
  const governs = next !== undefined && (next.pos === 'det' || next.pos === 'poss');
  const deed = context.before?.lower === 'to' && TRANSITIVE_VERBS.has(word) && governs;
  if (infinite || deed) return ['verb', 'base'];
  if (word === 'present' && context.before?.pos === 'noun') return ['adv'];
  if (
    /^(?:overhead|outdoors?|indoors?|underwater|downstairs|upstairs|nearby|inside|outside)$/u.test(word) &&
    context.open &&
    nounLike(next)
  )
    return ['adj'];
  // "left leg straight back", "leaning back": where it points, not a part of the body.
  if (word === 'back' && (!context.open || context.before?.lower === 'straight') && isDirection(context))
    return ['adv'];
  // "a traffic light", "the orange": words that name a colour, a side or a look, or else a thing.
  const third = context.tokens.slice(context.index + 1, context.index + 4).map((token) => token.pos);
  const listed = context.before?.pos === 'punct' && /^punct conj (?:det|num)$/u.test(third.join(' '));
  if (listed && AMBIGUOUS_ADJECTIVES.has(word)) return ['noun'];
  if (isColourInList(context)) return ['adj'];
  const doing = next !== undefined && /.{3}ing$/u.test(next.lower) && !ING_NOUNS.has(next.lower);
  const thing =
    AMBIGUOUS_ADJECTIVES.has(word) &&
    (!nounLike(next) || doing || next?.pos === 'name') &&
    (context.open || context.before?.pos === 'noun');
  // "A rainbow appears": after "a", what follows is no plural.
  const does = isIndefinite(context);
  if (AMBIGUOUS_ADJECTIVES.has(word) && does && next !== undefined && isPresent(next.lower)) return ['noun'];
  if (thing) return ['noun'];
  if (MATERIALS.has(word) && nounLike(next)) return [NOUN_MATERIALS.has(word) ? 'noun' : 'adj'];
  if (ADJECTIVES.has(word) || COLOURS.has(word) || ORDER_ADJECTIVES.has(word)) return ['adj'];
  if (token.tags.has('Hyphenated')) {
    // "…, spray-painting a bird".
    const object = next !== undefined && ['det', 'poss', 'pron', 'num'].includes(next.pos);
    if (word.endsWith('ing') && object && !context.open) return ['verb', 'ing'];
    return [nounLike(next) || token.tags.has('Adjective') || /ed$|ing$/u.test(word) ? 'adj' : 'noun'];
  }
  if (word.endsWith('ing') && word.length > 4 && (!ING_NOUNS.has(word) || isDoing(context))) return decideIng(context);
  if (nounLike(next) && ADJECTIVE_ENDING.test(word) && !noun) return ['adj'];
  const article = context.before?.pos === 'det' && !nounLike(next);
  if (article && (word.endsWith('ly') || token.tags.has('Adverb'))) return ['noun'];
  if (token.tags.has('Adverb') && !noun) return ['adv'];
  if (isParticiple(token) && !noun) return decideParticiple(context);
  if (word.endsWith('ly') && !token.tags.has('Noun') && !token.tags.has('Adjective')) return ['adv'];
  if (token.tags.has('Adjective') && !noun) return ['adj'];
  // "A floofy cat": no known noun, and shaped like an adjective.
  const coined = /\p{L}{3}[^aeiouyl\P{L}]y$/u.test(word) && !token.tags.has('Noun');
  const predicated = context.before?.pos === 'aux' && !nounLike(next);
  if (coined && (nounLike(next) || predicated) && !noun) return ['adj'];
  const form = finiteForm(context);
  if (form !== null) return ['verb', form];
  const name = token.tags.has('ProperNoun') || token.tags.has('Person') || token.tags.has('Place');
  const common = context.index === 0 && (MASS_NOUNS.has(word) || ABSTRACT_NOUNS.has(word) || PLACES.has(word));
  return [name && !noun && !common ? 'name' : 'noun'];
}

/** "A", "a small green". */
function isIndefinite({ tokens, index }: Context): boolean {
  let at = index - 1;
  while (tokens[at]?.pos === 'adj') at--;
  return /^an?$/u.test(tokens[at]?.lower ?? '');
}

/** "appears", "rolls" of a verb that is known. */
function isPresent(word: string): boolean {
  const base = word.endsWith('s') ? infinitive(word) : word;
  return base !== word && (INTRANSITIVE_VERBS.has(base) || TRANSITIVE_VERBS.has(base));
}

/** "a gold and black logo": before "and" and a colour that opens a noun phrase, a material is a colour as well. */
function isColourInList({ token, tokens, index, next }: Context): boolean {
  const [second, third] = [tokens[index + 2], tokens[index + 3]];
  const coloured = COLOURS.has(token.lower) || MATERIALS.has(token.lower);
  return coloured && next?.lower === 'and' && second !== undefined && COLOURS.has(second.lower) && nounLike(third);
}

function isDirection({ before, next }: Context): boolean {
  if (before === undefined || next?.lower === 'of' || nounLike(next)) return false;
  return ['aux', 'verb', 'adv', 'noun', 'conj'].includes(before.pos) || before.lower === 'straight';
}

function decideIng(context: Context): Decision {
  const { token, before, next, open } = context;
  const base = infinitive(token.lower);
  const known = TRANSITIVE_VERBS.has(base) || INTRANSITIVE_VERBS.has(base);
  const doer = before?.pos === 'noun' || before?.pos === 'name';
  const doing = doer && !open && (startsObject(next) || next === undefined) && next?.lower !== 'of';
  if (!known && !doing && !token.tags.has('Verb') && !token.tags.has('Gerund')) {
    return [token.tags.has('Adjective') ? 'adj' : 'noun'];
  }
  // "A lady wearing red playing tennis": the colour is what she wears.
  if (before !== undefined && COLOURS.has(before.lower) && context.tokens[context.index - 2]?.root === 'wear')
    return ['verb', 'ing'];
  // "A family of four having dinner", "both smiling".
  const counted = before?.pos === 'num' && STRONGLY_TRANSITIVE.has(base);
  if (counted || (/^(?:both|all)$/u.test(before?.lower ?? '') && !nounLike(next))) return ['verb', 'ing'];
  if (open && nounLike(next)) return ['adj'];
  if (before?.lower === 'other') return ['verb', 'ing'];
  if (open && (before?.pos === 'det' || before?.pos === 'poss' || before?.pos === 'adj')) return ['noun'];
  const bare = next?.pos === 'other' && nounLike(next);
  const second = context.tokens[context.index + 2];
  // "In throwing position": how one stands, and nothing that is thrown.
  if (before?.pos === 'prep' && next !== undefined && /^(?:position|pose|stance|motion|mode)$/u.test(next.lower))
    return ['adj'];
  const listed =
    next?.pos === 'punct' && second !== undefined && (second.tags.has('Adjective') || ADJECTIVES.has(second.lower));
  if (before?.pos === 'prep' && listed) return ['adj'];
  // "of boiling water", "flying cars"; but "holding flowers".
  if ((before === undefined || before.pos === 'prep') && bare && !STRONGLY_TRANSITIVE.has(base)) return ['adj'];
  // ", screaming face,": in a list, what nobody can do to anything describes it.
  if (before?.pos === 'punct' && bare && !TRANSITIVE_VERBS.has(base)) return ['adj'];
  // "Rolling green hills": a look, where nobody has been named who could do it.
  const looks = before === undefined || before.pos === 'punct' || before.pos === 'prep' || before.pos === 'conj';
  if (looks && bare && PRESENT_LOOKS.has(token.lower) && !hasVerb(context)) return ['adj'];
  const finite =
    before?.pos === 'verb' && (before.form === 's' || before.form === 'base') && !GOING_ON.has(before.root);
  if (finite && bare) return ['adj'];
  // "a bedroom and relaxing room": no action has begun that the word could go on with.
  if (before?.pos === 'conj' && bare && (!hasVerb(context) || !TRANSITIVE_VERBS.has(base))) return ['adj'];
  return ['verb', 'ing'];
}

/** "a balloon landing in a field": a word in -ing that usually names a thing, here an action. */
function isDoing({ token, before, next, open }: Context): boolean {
  if (open || before === undefined || NEVER_DOING.has(token.lower)) return false;
  const base = infinitive(token.lower);
  const after =
    startsObject(next) && next?.lower !== 'of' && next?.lower !== 'by' && next?.pos !== 'punct' && next?.pos !== 'conj';
  return (
    before.pos === 'aux' ||
    (/^(?:while|when|whilst)$/u.test(before.lower) && !nounLike(next)) ||
    (['noun', 'name', 'pron'].includes(before.pos) &&
      after &&
      (TRANSITIVE_VERBS.has(base) || INTRANSITIVE_VERBS.has(base)))
  );
}

function isParticiple(token: Token): boolean {
  return (
    token.tags.has('PastTense') ||
    token.tags.has('Participle') ||
    IRREGULAR_PARTICIPLES.has(token.lower) ||
    PAST_ONLY.has(token.lower) ||
    (/[^e]ed$/u.test(token.lower) && token.lower.length > 3)
  );
}

function decideParticiple({ tokens, index, token, before, next, open }: Context): Decision {
  if (next?.lower === 'of' && GROUP_PARTICIPLES.test(token.lower) && before?.pos !== 'aux') return ['noun'];
  const nounFollows = nounLike(next) && !DIRECTION_WORDS.has(next?.lower ?? '');
  if (open && nounFollows) return ['adj'];
  if (open && (before?.pos === 'det' || GROUP_PARTICIPLES.test(token.lower))) return ['noun'];
  const ahead = tokens[index - 2];
  const graded =
    before?.pos === 'adv' && (ahead === undefined || ['det', 'adj', 'prep', 'punct', 'conj'].includes(ahead.pos));
  if (graded && (nounFollows || next === undefined || next.pos === 'punct')) return ['adj'];
  // "Pours steamed milk".
  const governed =
    before?.pos === 'verb' && before.form !== 'ed' && !GOING_ON.has(before.root) && !DIRECTION_WORDS.has(token.lower);
  const starts =
    governed || before === undefined || before.pos === 'prep' || before.pos === 'conj' || before.pos === 'punct';
  return starts && nounFollows ? ['adj'] : ['verb', 'ed'];
}

function isNounWord(word: string, root: string): boolean {
  const lists = [PEOPLE, ANIMALS, CLOTHING, VEHICLES, BODY_PARTS, PLURAL_ONLY, PLURALS_LIKE_VERBS];
  if (/(?:ed|ing)$/u.test(word)) return lists.some((list) => list.has(word));
  return [word, root, singular(word)].some((form) => lists.some((list) => list.has(form)));
}

function personOf(word: string): string {
  return PLURAL_ONLY.has(word) ? singular(word) : word;
}

/** Sets the part of speech, and what goes with it: the infinitive of a verb, the singular of a noun. */
export function setPos(token: Token, pos: PartOfSpeech, form: VerbForm | null = null): void {
  token.pos = pos;
  token.form = form;
  if (pos === 'verb') token.root = form === 'base' ? token.lower : infinitive(token.lower);
  if (pos !== 'noun') return;
  // "Barista" is no plural.
  token.root = PEOPLE.has(token.lower) || ANIMALS.has(token.lower) ? personOf(token.lower) : singular(token.lower);
  token.plural = PLURAL_ONLY.has(token.lower) || (token.root !== token.lower && !token.lower.endsWith('ss'));
}

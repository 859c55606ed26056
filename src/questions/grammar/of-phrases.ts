import { NUMBER_WORDS, QUANTIFIERS } from './lexicon/closed-class.ts';
import { BODY_PARTS, GROUP_NOUNS } from './lexicon/nouns.ts';
import type { NounPhrase } from './noun-phrase.ts';

const PART_OF_PART = /^(?:back|top|side|front|tip|end|rest|bottom|middle|inside|outside|part)$/u;
const SOME_OF = /^(?:section|part|portion|rest|front|side|back)$/u;
const COLOUR_WORD = /^colou?r$/u;

/** One phrase of "X of Y": about X that has Y, or about Y that X only measures. */
export function combine(outer: NounPhrase, inner: NounPhrase): NounPhrase {
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

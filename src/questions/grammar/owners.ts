import { ANIMALS, BODY_PARTS, CLOTHING, PEOPLE } from './lexicon/nouns.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Token } from './tokens.ts';

/** "A gecko wearing a conductor's hat", "children's toys": a kind of hat or toy, and nobody who owns it. */
export function isKindOfThing(owner: NounPhrase, tokens: readonly Token[], start: number, index: number): boolean {
  if (owner.proper || typeof owner.possessor === 'string') return false;
  let end = index + 1;
  while (/^(?:noun|adj)$/u.test(tokens[end + 1]?.pos ?? '')) end++;
  const thing = tokens[end];
  if (thing?.pos !== 'noun' || BODY_PARTS.has(thing.root)) return false;
  if (owner.plural && owner.determiner === null) return true;
  const worn = /^(?:wear(?:s|ing)?|wore|in|dressed)$/u.test(tokens[start - 1]?.lower ?? '');
  return owner.determiner === 'a' && worn && CLOTHING.has(thing.root);
}

/** Whether what stands before "s" has what stands after it. */
export function isOwner(phrase: NounPhrase): boolean {
  if (phrase.proper || typeof phrase.possessor === 'string') return true;
  if (phrase.determiner !== null && phrase.determiner !== 'a') return true;
  return PEOPLE.has(phrase.head) || ANIMALS.has(phrase.head);
}

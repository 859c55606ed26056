import type { Chunk } from './chunks.ts';
import { ANIMALS, BODY_PARTS, CLOTHING, PEOPLE, VEHICLES } from './lexicon/nouns.ts';
import type { NounPhrase } from './noun-phrase.ts';

/** What tells something of the noun phrase before it. */
const TELLING: ReadonlySet<Chunk['type']> = new Set(['verb', 'adverb', 'adjectives', 'preposition']);

/** Parts that rather say where another part is bent. */
const JOINTS = /^(?:elbow|knee|waist|hip|ankle|wrist|shoulder)$/u;

/** A list "a, b and c" that plays one part; commas without a closing "and" separate statements. */
export function collectList(
  chunks: readonly Chunk[],
  start: number,
  asSubject: boolean,
): { phrases: NounPhrase[]; next: number } {
  const phrases: NounPhrase[] = [];
  const first = chunks[start];
  if (first?.type !== 'noun') return { phrases, next: start + 1 };
  phrases.push(first.phrase);
  const pending: NounPhrase[] = [];
  let next = start + 1;
  for (let index = start + 1; index < chunks.length; ) {
    const comma = chunks[index]?.type === 'comma';
    const after = chunks[comma ? index + 1 : index];
    const conjunction = after?.type === 'conjunction' && after.text !== 'but' && after.text !== 'then';
    const item = chunks[index + (comma ? 1 : 0) + (conjunction ? 1 : 0)];
    if (!(comma || conjunction) || item?.type !== 'noun') break;
    index += (comma ? 1 : 0) + (conjunction ? 1 : 0) + 1;
    pending.push(item.phrase);
    if (!conjunction) continue;
    // "rides a horse and a woman walks": what a verb follows begins a new statement.
    const follower = chunks[index];
    if (!asSubject && comma && pending.length === 1 && phrases.length === 1) break;
    // "left arm to the side and right arm up": the next limb.
    const place = !BODY_PARTS.has(first.phrase.head) || JOINTS.test(first.phrase.head);
    const limb = BODY_PARTS.has(item.phrase.head) && place && !JOINTS.test(item.phrase.head);
    // "A man in a shirt and a woman …": she is not what he is in.
    const person = PEOPLE.has(item.phrase.head) && !PEOPLE.has(first.phrase.head) && CLOTHING.has(first.phrase.head);
    if (!asSubject && person && introduces(item.phrase)) break;
    // "In the breeze and a boat on the horizon": something new, with a place of its own.
    const fresh = item.phrase.determiner === 'a' && first.phrase.determiner === 'the' && phrases.length === 1;
    if (!asSubject && fresh && follower?.type === 'preposition' && follower.text !== 'of') break;
    if (!asSubject && limb && follower !== undefined && TELLING.has(follower.type)) break;
    // "A woman with long hair and a bag walks": the bag does not walk.
    const lead = chunks[start - 1];
    const had = lead?.type === 'preposition' && lead.text === 'with' && !isDoer(item.phrase);
    if (!asSubject && follower?.type === 'verb' && !follower.verb.purpose && introduces(item.phrase) && !had) break;
    phrases.push(...pending.splice(0));
    next = index;
  }
  return { phrases, next };
}

function isDoer({ head, proper, pronoun }: NounPhrase): boolean {
  return proper || pronoun !== null || PEOPLE.has(head) || ANIMALS.has(head) || VEHICLES.has(head);
}

/** "a woman", "two men", "Ann" can begin a statement; a bare "long legs" goes on with a list. */
function introduces(phrase: NounPhrase): boolean {
  return (
    phrase.determiner !== null ||
    phrase.count !== null ||
    phrase.proper ||
    phrase.pronoun !== null ||
    typeof phrase.possessor === 'string'
  );
}

import { contentWords } from './content-words.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './scene.ts';

/** A question tells of an entity when it asks for at most this many words besides. */
const MOST_BESIDES = 2;
/** How much less a question is worth whose answer another one gives as well. */
const TOLD = 45;
/** How much more one is worth that alone tells of an entity. */
const ALONE = 25;
/** Only so many times the room is looked at with care; of a very long prompt the least important go at once. */
const CAREFUL = 4;

/**
 * Leaves the `limit` questions that ask for most, in their order. A yes to "Is the cat on the sofa?" says that there is
 * a sofa: where room is short, "Is there a sofa?" goes before anything that nothing else asks for.
 */
export function dropLeast(drafts: readonly Draft[], limit: number): Draft[] {
  const ranked = [...drafts].sort((a, b) => b.importance - a.importance);
  const careful = new Set(ranked.slice(0, CAREFUL * limit));
  const kept = drafts.filter((draft) => careful.has(draft));
  const told = new Map(kept.map((draft) => [draft, new Set(draft.needs.filter((entity) => tells(draft, entity)))]));
  const tellers = (entity: Entity, except: Draft) =>
    kept.some((other) => other !== except && told.get(other)?.has(entity) === true);
  const worth = (draft: Draft): number => {
    const present = draft.presenceOf;
    if (present !== null && draft.kind !== 'count')
      return draft.importance - (present.order > 0 && draft.adjective === null && tellers(present, draft) ? TOLD : 0);
    const alone = [...(told.get(draft) ?? [])].some(
      (entity) => !tellers(entity, draft) && !kept.some((other) => other !== draft && other.presenceOf === entity),
    );
    return draft.importance + (alone ? ALONE : 0);
  };
  while (kept.length > limit) {
    let least = kept.length - 1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let index = kept.length - 1; index >= 0; index--) {
      const draft = kept[index];
      const value = draft === undefined ? lowest : worth(draft);
      if (value < lowest) [least, lowest] = [index, value];
    }
    kept.splice(least, 1);
  }
  return kept;
}

function tells(draft: Draft, entity: Entity): boolean {
  if (draft.polarity === 'negative' || entity.absent) return false;
  const name = new Set(entity.name.toLowerCase().split(' '));
  const besides = contentWords(draft.text).filter((word) => !name.has(word));
  return besides.length <= MOST_BESIDES;
}

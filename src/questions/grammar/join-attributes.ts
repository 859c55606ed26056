import { contentWords } from './content-words.ts';
import type { Draft } from './draft.ts';

/** More adjectives than this make a question that asks too much at once. */
const MOST_ADJECTIVES = 2;
/** So do more words than these. */
const MOST_WORDS = 4;

/**
 * Where there are more questions than room, asks "Is there a red car?" instead of "Is there a car?" and "Is the car
 * red?", from the last entity of the prompt to the first, until they fit.
 */
export function joinAttributes(drafts: readonly Draft[], limit: number): Draft[] {
  let result = [...drafts];
  for (const presence of drafts.toReversed()) {
    if (result.length <= limit) break;
    if (presence.withAdjectives === null) continue;
    const attributes = result.filter((draft) => draft.kind === 'attribute' && draft.about === presence.presenceOf);
    const adjectives = attributes.map((draft) => draft.adjective).filter((adjective) => adjective !== null);
    const fits =
      adjectives.length > 0 && adjectives.length === attributes.length && adjectives.length <= MOST_ADJECTIVES;
    if (!fits) continue;
    const text = presence.withAdjectives(adjectives);
    if (contentWords(text).length > MOST_WORDS) continue;
    const joined = {
      ...presence,
      text,
      withAdjectives: null,
      adjective: adjectives.join(' '),
    };
    result = result.flatMap((draft) => (draft === presence ? [joined] : attributes.includes(draft) ? [] : [draft]));
  }
  return result;
}

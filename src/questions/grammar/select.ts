import type { Draft } from './draft.ts';
import { joinAttributes } from './join-attributes.ts';

/** Up to this many words a prompt is an ordinary one, and gets at most ORDINARY_MOST questions beside those about the clip. */
const ORDINARY_WORDS = 30;
const ORDINARY_MOST = 10;
/** However long the prompt. */
const MOST = 46;
/** At most this many questions about the main entities beyond what the prompt says. */
const SUBJECT_MOST = 5;

/** How many questions a prompt of so many words gets beside those about the whole clip. */
export function budgetFor(words: number): number {
  return words <= ORDINARY_WORDS ? ORDINARY_MOST : Math.min(MOST, Math.round(0.5 * words) + 1);
}

/**
 * Chooses what is asked: what the prompt names comes first, what else matters about its main entities takes the room
 * that is left.
 * @param alignment drafts on what the prompt names, in its order
 * @param subject drafts on the main entities, most important first
 */
export function chooseDrafts(alignment: readonly Draft[], subject: readonly Draft[], budget: number): Draft[] {
  const named = selectDrafts(joinAttributes(withoutRepeats(alignment), budget), budget);
  const room = Math.min(SUBJECT_MOST, budget - named.length);
  return [...named, ...selectDrafts(subject, room)];
}

function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  return [...new Map(drafts.toReversed().map((draft) => [key(draft), draft])).values()].toReversed();
}

/** Drops questions that ask the same again, then the least important ones; keeps the order of the prompt. */
function selectDrafts(drafts: readonly Draft[], limit: number): Draft[] {
  const unique = withoutRepeats(drafts);
  const kept = new Set(
    unique
      .map((draft, index) => ({ draft, index }))
      .sort((a, b) => b.draft.importance - a.draft.importance || a.index - b.index)
      .slice(0, limit)
      .map(({ draft }) => draft),
  );
  return unique.filter((draft) => kept.has(draft));
}

/** Questions with the same words but for articles ask the same. */
function key(draft: Draft): string {
  return draft.text
    .toLowerCase()
    .replace(/\b(?:a|an|the|any|are|is|there)\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import type { Draft } from './draft.ts';

/** Never more than this many questions about the prompt and its entities. */
const MOST = 46;

export interface Budget {
  alignment: number;
  subject: number;
}

/**
 * How many questions a prompt gets beside those about the whole clip, by its number of words: ten about what it names
 * for an ordinary prompt of up to 30 words, then one for every two words more.
 */
export function budgetFor(words: number): Budget {
  const alignment = Math.min(MOST - 6, 10 + Math.round(Math.max(0, words - 30) / 2));
  return { alignment, subject: words > 60 ? 6 : 5 };
}

/** Drops questions that ask the same again, then the least important ones; keeps the order of the prompt. */
export function selectDrafts(drafts: readonly Draft[], limit: number): Draft[] {
  const unique = [...new Map(drafts.toReversed().map((draft) => [key(draft), draft])).values()].toReversed();
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

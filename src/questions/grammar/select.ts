import type { Draft } from './draft.ts';
import { dropLeast } from './drop-least.ts';
import { joinAttributes } from './join-attributes.ts';

/**
 * Up to so many words a prompt is an ordinary one, and gets at most so many questions on what it names; one of a phrase or
 * two needs no more, though it may be a list that asks for a thing with every word.
 */
const ORDINARY: readonly { words: number; most: number }[] = [
  { words: 20, most: 11 },
  { words: 30, most: 13 },
];
/** A longer prompt names about this many things to ask for per word. */
const PER_WORD = 0.6;
/** However long the prompt. */
const MOST = 30;
/** So many questions about the main entities, beyond what the prompt says, have room beside those. */
const SUBJECT_LEAST = 3;
const SUBJECT_MOST = 5;
/** An ordinary prompt gets no more than this in all, beside the questions about the clip. */
const ORDINARY_MOST = 14;

/** How many questions on what it names a prompt of so many words gets. */
export function budgetFor(words: number): number {
  const ordinary = ORDINARY.find((range) => words <= range.words);
  return ordinary?.most ?? Math.min(MOST, Math.round(PER_WORD * words));
}

/**
 * Chooses what is asked: what the prompt names comes first, what else matters about its main entities takes the room
 * that is left.
 * @param alignment drafts on what the prompt names, in its order
 * @param subject drafts on the main entities, most important first
 */
export function chooseDrafts(alignment: readonly Draft[], subject: readonly Draft[], budget: number): Draft[] {
  const named = selectDrafts(joinAttributes(withoutRepeats(alignment), budget), budget);
  const room = Math.max(SUBJECT_LEAST, Math.min(SUBJECT_MOST, ORDINARY_MOST - named.length));
  return [...named, ...selectDrafts(subject, room)];
}

function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  return [...new Map(drafts.toReversed().map((draft) => [key(draft), draft])).values()].toReversed();
}

/** Drops questions that ask the same again, then the least important ones; keeps the order of the prompt. */
function selectDrafts(drafts: readonly Draft[], limit: number): Draft[] {
  const unique = withoutRepeats(drafts);
  return unique.length <= limit ? unique : dropLeast(unique, limit);
}

/** Questions with the same words but for articles ask the same. */
function key(draft: Draft): string {
  return draft.text
    .toLowerCase()
    .replace(/\b(?:a|an|the|any|are|is|there)\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import type { Question } from '../../domain/question.ts';
import { PREPOSITIONS } from '../grammar/lexicon/closed-class.ts';
import { ABOUT_CLIP, contentWords } from './content-words.ts';

/** Kinds of which one question about a thing is enough, however it is worded and whichever answer is good. */
const ONE_PER_ENTITY: ReadonlySet<Question['kind']> = new Set([
  ...(['clarity', 'noise', 'compression', 'exposure', 'colour', 'entity_present', 'entity_absent'] as const),
  ...(['identity_stable', 'deformation', 'dislocation', 'flicker', 'freeze', 'cut', 'smoothness'] as const),
  ...(['anatomy', 'permanence', 'motion_present', 'motion_range', 'camera_motion'] as const),
]);

/** Share of words in common (Jaccard index) from which two questions ask the same. */
const ALIKE = 0.75;
/** For questions about quality, which are worded freely: share of the shorter one's words in common. */
const ALIKE_QUALITY = 0.5;

/** "On the table" and "under the table" differ by more than a word. */
const WHERE = new Set([...PREPOSITIONS].flatMap(contentWords));

type Asked = Pick<Question, 'text' | 'kind' | 'entity' | 'dimension'>;

/**
 * Whether two questions ask the same. The measure compares content words as stems (see `contentWords`), so that neither
 * "not" nor the grammar of a sentence counts, and holds two questions for the same when
 * - both are of a kind of which one question about a thing is enough, and about the same thing; or
 * - they share three quarters of their words, in the same order ("Is the car left of the truck?" is not its reverse); or
 * - both ask about the prompt and the same thing, and what one says of it the other says with at most one word more; or
 * - both ask about the quality of the same thing, and share half of the words of the shorter one.
 */
export function meanTheSame(a: Asked, b: Asked): boolean {
  const sameThing = isSameThing(a.entity, b.entity);
  if (sameThing && a.kind === b.kind && ONE_PER_ENTITY.has(a.kind)) return true;
  const [wordsA, wordsB] = [a, b].map(({ text }) => contentWords(text).filter((word) => !ABOUT_CLIP.has(word)));
  if (wordsA === undefined || wordsB === undefined) return false;
  if (similarity(wordsA, wordsB) >= ALIKE && inSameOrder(wordsA, wordsB)) return true;
  if (!sameThing || isAboutPrompt(a) !== isAboutPrompt(b)) return false;
  const thing = new Set([...contentWords(a.entity ?? ''), ...contentWords(b.entity ?? '')]);
  const [saidA, saidB] = [wordsA, wordsB].map((words) => new Set(words.filter((word) => !thing.has(word))));
  if (saidA === undefined || saidB === undefined) return false;
  const [less, more] = saidA.size <= saidB.size ? [saidA, saidB] : [saidB, saidA];
  const common = [...less].filter((word) => more.has(word)).length;
  if (less.size === 0) return false;
  if (!isAboutPrompt(a)) return common / less.size >= ALIKE_QUALITY;
  const besides = [...more].filter((word) => !less.has(word));
  return common === less.size && besides.length <= 1 && !besides.some((word) => WHERE.has(word));
}

/** Whether two names are of one thing: "corgi", "the corgis", "small corgi". Two questions about the whole clip are, too. */
export function isSameThing(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const [less, more] = [contentWords(a), contentWords(b)].sort((x, y) => x.length - y.length);
  return less !== undefined && more !== undefined && less.length > 0 && less.every((word) => more.includes(word));
}

function isAboutPrompt({ dimension }: Asked): boolean {
  return dimension === 'text_to_video_alignment';
}

function similarity(a: readonly string[], b: readonly string[]): number {
  const [setA, setB] = [new Set(a), new Set(b)];
  const common = [...setA].filter((word) => setB.has(word)).length;
  const all = setA.size + setB.size - common;
  return all === 0 ? 0 : common / all;
}

function inSameOrder(a: readonly string[], b: readonly string[]): boolean {
  const common = (words: readonly string[], others: readonly string[]) =>
    [...new Set(words)].filter((word) => others.includes(word)).join(' ');
  return common(a, b) === common(b, a);
}

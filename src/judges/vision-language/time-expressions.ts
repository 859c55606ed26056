import { findNumbers } from './time-numbers.ts';
import { findPhrases } from './time-phrases.ts';

/** A time as written, relative to the clip: `share` of its duration plus so many seconds. */
export interface WrittenTime {
  /** 0: from the start; 1: from the end; ½: from the middle. */
  share: number;
  seconds: number;
  /** Half of the last digit's worth: "2 s" may stand for 1.5 s to 2.5 s. */
  roundingSeconds: number;
}

/** Where a text points into the clip. */
export type Cited =
  | { type: 'times'; start: WrittenTime; end: WrittenTime }
  /** Ordinals of the frames shown, from 1; negative ones count from the last, -1. */
  | { type: 'frames'; ordinals: number[] };

/** A citation and where it stands in the text, from its first preposition on. */
export interface TimeExpression {
  from: number;
  to: number;
  cited: Cited[];
}

/** Stands for characters that are read already; untrusted text does not hold it, see `citedMoments`. */
export const READ = '\uE000';

/** Words that only lead to a time, and marks before it. */
const LEAD =
  /(?:(?:(?<![\p{L}\p{N}])(?:at|from|between|around|about|near|nearly|approximately|roughly|exactly|after|before|by|until|till|up to|since|in|on|during|within|the|timestamps?|time|t|seconds?)(?![\p{L}\p{N}])|[([~@=:])\s*)+$/iu;
/** What only ends one. */
const TRAIL =
  /^(?:\s*(?:[)\]]|(?:mark|point|timestamp)\b|in(?:to)? the (?:clip|video|footage|scene)\b|in(?=[,.;]|$)))+/iu;

/** Where a text cites times or frames, in its order. Numbers that are no times ("3 dogs", "16:9", "2x") are left alone. */
export function findTimeExpressions(text: string): TimeExpression[] {
  const phrases = findPhrases(text);
  const found = [...phrases.found, ...findNumbers(phrases.rest)].sort((a, b) => a.from - b.from);
  let before = 0;
  return found.map(({ from, to, cited }, index) => {
    const lead = LEAD.exec(text.slice(before, from))?.[0].length ?? 0;
    const trail = TRAIL.exec(text.slice(to, found[index + 1]?.from))?.[0].length ?? 0;
    before = to + trail;
    return { from: from - lead, to: before, cited };
  });
}

import { type Cited, READ, type TimeExpression, type WrittenTime } from './time-expressions.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
export const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const CLIP = '(?:clip|video|footage|sequence|shot|scene|recording)';
const START = '(?:beginning|start|outset|opening)';
const COUNT = `(?:\\d{1,2}(?:\\.\\d)?|${NUMBER_WORDS.join('|')}|few|couple of)`;
/** "A few" seconds or frames. */
const FEW = 2;
/** A view holds no more. */
const MOST_FRAMES = 64;

interface Phrase {
  pattern: RegExp;
  read: (groups: Readonly<Record<string, string | undefined>>) => Cited[];
}

/** Expressions that need no number with a unit, in the order in which they are looked for. */
const PHRASES: readonly Phrase[] = [
  // The whole clip points nowhere.
  { pattern: phrase(`from (?:the )?${START} to (?:the )?(?:end|finish)\\b`), read: () => [] },
  { pattern: phrase('(?:the )?first and (?:the )?(?:last|final) frames?'), read: () => [frames(1), frames(-1)] },
  {
    pattern: phrase(`(?:the )?(?<end>first|last|final)(?: (?<count>${COUNT}))? frames?`),
    read: ({ end, count }) => {
      const many = Math.min(Math.round(countOf(count)), MOST_FRAMES);
      const ordinals = Array.from({ length: many }, (_, position) => position + 1);
      return [frames(...(isFirst(end) ? ordinals : ordinals.map((ordinal) => -ordinal).reverse()))];
    },
  },
  {
    pattern: phrase(`(?:the )?(?<ordinal>${ORDINALS.join('|')}|\\d{1,2}(?:st|nd|rd|th)) frame`),
    read: ({ ordinal = '' }) => [frames(ORDINALS.indexOf(ordinal.toLowerCase()) + 1 || Number.parseInt(ordinal, 10))],
  },
  {
    pattern: phrase(
      `(?:the )?(?<end>first|opening|last|final|closing)(?: (?<count>${COUNT})(?= ?s))? ?(?:(?<=\\d ?)s|(?<= )sec(?:ond)?s?)`,
    ),
    read: ({ end, count }) => {
      const seconds = countOf(count);
      const [start, stop] = isFirst(end) ? [at(0, 0), at(0, seconds)] : [at(1, -seconds), at(1, 0)];
      return [{ type: 'times', start, end: stop }];
    },
  },
  {
    // "The start of the road" is a place.
    pattern: phrase(`(?:at|near|from|since|in|by) the (?:very )?${START}(?: of the ${CLIP}|(?! of))`),
    read: () => [frames(1)],
  },
  {
    // "In the end" is a conclusion.
    pattern: phrase(
      `(?:(?:at|near|by|until|towards?|before) the (?:very )?end(?: of the ${CLIP}|(?! of))|in the end of the ${CLIP})`,
    ),
    read: () => [frames(-1)],
  },
  {
    pattern: phrase(
      `(?:half-?way(?: through| into)?(?: the ${CLIP})?|(?:in|at|near|around) the (?:middle|midpoint) of the ${CLIP})`,
    ),
    read: () => [{ type: 'times', start: at(0.5, 0), end: at(0.5, 0) }],
  },
];

/** Finds them, and gives the text with their characters replaced by `READ`. */
export function findPhrases(text: string): { found: TimeExpression[]; rest: string } {
  const found: TimeExpression[] = [];
  let rest = text;
  for (const { pattern, read } of PHRASES)
    for (const { 0: written, index, groups = {} } of rest.matchAll(pattern)) {
      const [from, to] = [index, index + written.length];
      const cited = read(groups);
      if (cited.length > 0) found.push({ from, to, cited });
      rest = rest.slice(0, from) + READ.repeat(written.length) + rest.slice(to);
    }
  return { found, rest };
}

function phrase(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
}

function isFirst(end = ''): boolean {
  return /^(?:first|opening)$/iu.test(end);
}

function countOf(written: string | undefined): number {
  if (written === undefined) return 1;
  return NUMBER_WORDS.indexOf(written.toLowerCase()) + 1 || Number.parseFloat(written) || FEW;
}

function at(share: number, seconds: number): WrittenTime {
  return { share, seconds, roundingSeconds: 0 };
}

function frames(...ordinals: number[]): Cited {
  return { type: 'frames', ordinals };
}

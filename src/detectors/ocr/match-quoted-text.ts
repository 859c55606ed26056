import type { TextLine } from './text-line.ts';

export interface TextMatch {
  /** 1: the same letters and digits; 0: nothing of it. */
  similarity: number;
  /** Whether what differs is no more than the reader's own slips; one letter that is clearly another is more. */
  isSame: boolean;
  /** The lines that hold the most similar part, in reading order; empty when nothing was read. */
  lines: TextLine[];
}

/** Letters and digits of lines, one after the other. */
interface Letter {
  /** Lower case, without accents. */
  letter: string;
  /** As it was read. */
  character: string;
  confidence: number;
  line: number;
  startsWord: boolean;
}

/** A letter that the reader took for another one costs this at least, however unsure it was. */
const LEAST_COST = 0.5;
/** A letter that looks like the other. */
const LOOKALIKE_COST = 0.3;
/** For beginning or ending inside a word: "open" is not what "reopened" says. */
const INSIDE_WORD_COST = 1;

/** What may have been meant by a character: a capital I is drawn as a small l is, a small i is not. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  o: '0',
  O: '0',
  '1': 'li',
  l: '1i',
  I: '1l',
  '5': 's',
  s: '5',
  S: '5',
  '8': 'b',
  B: '8',
  '2': 'z',
  z: '2',
  Z: '2',
  '9': 'g',
  g: '9',
};

/** Cost of the reader's slips: in any text, and for each letter of it. */
const SLIPS = 0.4;
const SLIPS_PER_LETTER = 0.01;

/**
 * How much of a text that a prompt quotes stands in a picture: the least weighted edit distance (Levenshtein) between its letters and
 * any run of the lines' letters, per letter. Case, accents, punctuation and spaces do not count, nor how the text is spread over
 * lines. What was read unsurely counts less, and what is hidden counts as missing.
 * @param lines in reading order
 */
export function matchQuotedText(expected: string, lines: readonly TextLine[]): TextMatch {
  const wanted = [...lettersOf(expected)];
  const found = lines.flatMap((line, index) => lettersOfLine(line, index));
  if (wanted.length === 0 || found.length === 0) return { similarity: 0, isSame: false, lines: [] };
  const { cost, start, end } = cheapestRun(wanted, found);
  const used = new Set(found.slice(start, end).map(({ line }) => line));
  return {
    similarity: Math.max(0, 1 - cost / wanted.length),
    isSame: cost <= SLIPS + SLIPS_PER_LETTER * wanted.length,
    lines: lines.filter((_, index) => used.has(index)),
  };
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function lettersOfLine({ text, confidences }: TextLine, line: number): Letter[] {
  let startsWord = true;
  return [...text].flatMap((character, i) => {
    const letters = [...lettersOf(character)];
    const starts = startsWord;
    startsWord = letters.length === 0 && !/['’]/u.test(character);
    return letters.map((letter, k) => ({
      letter,
      character,
      confidence: confidences[i] ?? 1,
      line,
      startsWord: starts && k === 0,
    }));
  });
}

interface Run {
  cost: number;
  /** Positions of the first letter and after the last. */
  start: number;
  end: number;
}

/** Sellers' algorithm for approximate matching (J. Algorithms 1980), with costs for where a run begins and ends. */
function cheapestRun(wanted: readonly string[], found: readonly Letter[]): Run {
  const edge = (at: number): number =>
    at === 0 || at === found.length || found[at]?.startsWord === true ? 0 : INSIDE_WORD_COST;
  let row = Array.from({ length: found.length + 1 }, (_, at) => ({ cost: edge(at), start: at }));
  for (const letter of wanted) {
    const next = [{ cost: (row[0]?.cost ?? 0) + 1, start: 0 }];
    for (let at = 1; at <= found.length; at++) {
      const here = found[at - 1];
      const missing = row[at];
      const before = row[at - 1];
      const extra = next[at - 1];
      if (here === undefined || missing === undefined || before === undefined || extra === undefined) break;
      const options = [
        { cost: before.cost + changeCost(letter, here), start: before.start },
        { cost: missing.cost + 1, start: missing.start },
        { cost: extra.cost + Math.max(LEAST_COST, here.confidence), start: extra.start },
      ];
      next.push(options.reduce((least, option) => (option.cost < least.cost ? option : least)));
    }
    row = next;
  }
  return row
    .map(({ cost, start }, end) => ({ cost: cost + edge(end), start, end }))
    .reduce((least, run) => (run.cost < least.cost ? run : least));
}

function changeCost(wanted: string, { letter, character, confidence }: Letter): number {
  if (wanted === letter) return 0;
  return LOOKALIKES[character]?.includes(wanted) ? LOOKALIKE_COST : Math.max(LEAST_COST, confidence);
}

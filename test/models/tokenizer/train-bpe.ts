/** A word as the symbols it is made of so far, and how often it occurs. */
interface Word {
  symbols: string[];
  count: number;
}

export type Merge = readonly [left: string, right: string];

const SPACE = ' ';

/**
 * The printable character that byte-level BPE writes for each byte: itself where it is printable Latin-1, else the next free
 * character from U+0100 on. A space becomes "Ġ".
 */
export function byteCharacters(): string[] {
  const printable = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(printable(byte) ? byte : next++));
}

/**
 * Learns byte-pair merges from words that are never merged with each other, the most frequent pair first; among equals the
 * one that sorts first, so that the result depends on nothing but the input. Ends early when every word is one symbol.
 */
export function trainBpe(words: ReadonlyMap<string, number>, count: number): Merge[] {
  const characters = byteCharacters();
  const parts: Word[] = [...words].map(([word, times]) => ({
    symbols: [...Buffer.from(word)].map((byte) => characters[byte] ?? ''),
    count: times,
  }));
  const pairs = new Map<string, number>();
  const note = (word: Word, sign: 1 | -1): void => {
    for (const pair of pairsOf(word)) pairs.set(pair, (pairs.get(pair) ?? 0) + sign * word.count);
  };
  for (const word of parts) note(word, 1);
  const merges: Merge[] = [];
  while (merges.length < count) {
    const best = mostFrequent(pairs);
    if (best === null) break;
    const [left = '', right = ''] = best.split(SPACE);
    merges.push([left, right]);
    for (const word of parts) {
      if (!pairsOf(word).includes(best)) continue;
      note(word, -1);
      word.symbols = merged(word.symbols, left, right);
      note(word, 1);
    }
  }
  return merges;
}

const pairsOf = ({ symbols }: Word): string[] =>
  symbols.slice(1).map((symbol, index) => `${symbols[index]}${SPACE}${symbol}`);

function mostFrequent(pairs: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [pair, count] of pairs) {
    if (count > most || (count === most && best !== null && pair < best)) {
      best = pair;
      most = count;
    }
  }
  return best;
}

function merged(symbols: readonly string[], left: string, right: string): string[] {
  const result: string[] = [];
  for (let index = 0; index < symbols.length; index++) {
    if (symbols[index] === left && symbols[index + 1] === right) {
      result.push(left + right);
      index++;
    } else result.push(symbols[index] ?? '');
  }
  return result;
}

import { ARTISTS } from './lexicon/artists.ts';
import type { Style } from './scene.ts';
import { makeToken, type Token } from './tokens.ts';

/** No name of the list has more words. */
const MOST_WORDS = 4;

/**
 * Takes well-known artists out of a sentence where no "by" leads to them: "a castle, greg rutkowski, alphonse mucha". A
 * name that a verb or a preposition stands before is somebody in the picture, or is read with its "by".
 */
export function takeKnownArtists(tokens: readonly Token[]): { rest: Token[]; styles: Style[] } {
  const rest: Token[] = [];
  const styles: Style[] = [];
  for (let index = 0; index < tokens.length; ) {
    const size = rest.length > 0 ? sizeOfName(tokens, index) : 0;
    const before = tokens[index - 1];
    const after = tokens[index + size];
    const led = before !== undefined && ['prep', 'verb', 'aux', 'det', 'poss', 'conj'].includes(before.pos);
    const goesOn = after !== undefined && ['verb', 'aux', 'conj'].includes(after.pos);
    const name = tokens.slice(index, index + Math.max(1, size));
    if (size === 0 || led || goesOn || name.some(({ possessive }) => possessive)) {
      rest.push(...name);
      index += name.length;
      continue;
    }
    styles.push({ text: name.map(({ text }) => text).join(' '), form: 'by' });
    if (rest.at(-1)?.pos !== 'punct') rest.push(makeToken(',', 'punct'));
    index += size;
  }
  return { rest, styles };
}

function sizeOfName(tokens: readonly Token[], start: number): number {
  for (let size = MOST_WORDS; size > 0; size--) {
    const words = tokens.slice(start, start + size);
    if (words.length === size && ARTISTS.has(words.map(({ lower }) => lower).join(' '))) return size;
  }
  return 0;
}

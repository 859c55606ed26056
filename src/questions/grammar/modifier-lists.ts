import { COLOURS } from './lexicon/adjectives.ts';
import type { Modifier } from './noun-phrase.ts';
import { shownWord, type Token } from './tokens.ts';

export const PLACE_WORD = /^(?:front|back|rear|top|left|right)$/u;
const SIDE = /^(?:left|right|upper|lower|front|rear)$/u;

/** "red and white" of one thing is one look; shared by several things, some have the one, some the other. */
export function joinModifier(modifiers: Modifier[], adjective: Token, list: boolean): void {
  const before = modifiers.at(-1);
  const colours =
    before !== undefined && COLOURS.has(before.text.split(' ').at(-1) ?? '') && COLOURS.has(adjective.lower);
  const sides = before !== undefined && SIDE.test(before.text) && SIDE.test(adjective.lower);
  if (before !== undefined && colours && list) {
    before.text = `${before.text} and ${adjective.lower}`;
    before.each = before.text !== 'black and white';
    return;
  }
  if (before !== undefined && sides && list) before.each = true;
  modifiers.push({ text: shownWord(adjective), each: sides && list });
}

/** Whether adjectives from `start` on come to a noun. */
export function reachesNoun(tokens: readonly Token[], start: number): boolean {
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.pos === 'noun' || token?.pos === 'name') return true;
    const listed = token?.pos === 'punct' && isAdjectiveList(tokens, index + 1);
    if (token?.pos !== 'adj' && !listed && !(token?.pos === 'conj' && tokens[index + 1]?.pos === 'adj')) return false;
  }
  return false;
}

/** "Angry, surprised and sobbing": a list that "and" closes. */
function isAdjectiveList(tokens: readonly Token[], start: number): boolean {
  for (let index = start; tokens[index]?.pos === 'adj'; index += 2) {
    const after = tokens[index + 1];
    if (after?.pos === 'conj') return tokens[index + 2]?.pos === 'adj';
    if (after?.pos !== 'punct') return false;
  }
  return false;
}

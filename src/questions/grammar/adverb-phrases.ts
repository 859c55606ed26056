import { ADVERB_PHRASES, APART_DEGREES, APART_MEASURES, APART_PARTS, HIGH_PARTS } from './lexicon/adverb-phrases.ts';
import { makeToken, type Token } from './tokens.ts';

/** Makes one token of an adverb of several words: "upside down", "shoulder width apart". */
export function joinAdverbPhrases(tokens: Token[]): void {
  for (let index = 0; index < tokens.length; index++) {
    const size = phraseAt(tokens, index);
    if (size > 0) join(tokens, index, index + size);
    if (tokens[index]?.lower === 'apart') joinMeasure(tokens, index, APART_PARTS);
    if (tokens[index]?.lower === 'high') joinMeasure(tokens, index, HIGH_PARTS);
  }
}

function phraseAt(tokens: readonly Token[], start: number): number {
  const found = ADVERB_PHRASES.find((words) => words.every((word, offset) => tokens[start + offset]?.lower === word));
  if (found === undefined) return 0;
  // "In front of the house" is a preposition.
  return tokens[start + found.length]?.lower === 'of' ? 0 : found.length;
}

/** "A little more than shoulder width apart", "about waist high" up to `end`, where the last word stands. */
function joinMeasure(tokens: Token[], end: number, parts: ReadonlySet<string>): void {
  const measure = APART_MEASURES.has(tokens[end - 1]?.lower ?? '') ? end - 2 : end - 1;
  if (parts === APART_PARTS && measure === end - 1) return;
  if (!parts.has(tokens[measure]?.lower ?? '')) return;
  let start = measure;
  while (APART_DEGREES.has(tokens[start - 1]?.lower ?? '')) start--;
  // "Head high" may be a head that is held high.
  if (parts === HIGH_PARTS && start === measure) return;
  join(tokens, start, end + 1);
}

function join(tokens: Token[], start: number, end: number): void {
  const text = tokens
    .slice(start, end)
    .map(({ lower }) => lower)
    .join(' ');
  const next = tokens[end];
  const before = text === 'upside down' && (start === 0 || tokens[start - 1]?.tags.has('Determiner') === true);
  // "An upside down castle".
  const adjective = before && next?.tags.has('Noun') === true;
  tokens.splice(start, end - start, makeToken(adjective ? 'upside-down' : text, adjective ? 'adj' : 'adv'));
}

import { plural, singular } from './inflect.ts';
import { makeToken, type Token } from './tokens.ts';

/**
 * Gives every part of a list its noun: "two green and three yellow tents" has two groups of tents, and "a bigger boat and a
 * smaller one" two boats.
 */
export function shareHeads(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const head = token.pos === 'conj' ? headAfter(tokens, index) : null;
    if (head !== null && endsWithoutHead(tokens, index)) result.push(copyOf(head, tokens[startOf(tokens, index)]));
    const one = /^ones?$/u.test(token.lower) && tokens[index - 1]?.pos === 'adj' ? lastNoun(result) : null;
    result.push(one === null ? token : nounLike(one, token.lower === 'ones'));
  }
  return result;
}

/** The noun of "three yellow tents" after "and"; null where something else follows. */
function headAfter(tokens: readonly Token[], conjunction: number): Token | null {
  const start = tokens[conjunction + 1];
  if (start?.pos !== 'num' && start?.pos !== 'det') return null;
  let index = conjunction + 2;
  while (tokens[index]?.pos === 'adj') index++;
  const head = tokens[index];
  const alone = tokens[index + 1]?.pos !== 'noun';
  return index > conjunction + 2 && alone && head?.pos === 'noun' && !/^ones?$/u.test(head.lower) ? head : null;
}

/** "two green" before "and": a number or an article with adjectives, and no noun. */
function endsWithoutHead(tokens: readonly Token[], conjunction: number): boolean {
  const start = startOf(tokens, conjunction);
  const pos = tokens[start]?.pos;
  return start < conjunction - 1 && (pos === 'num' || (pos === 'det' && /^an?$/u.test(tokens[start]?.lower ?? '')));
}

function startOf(tokens: readonly Token[], conjunction: number): number {
  let index = conjunction - 1;
  while (tokens[index]?.pos === 'adj') index--;
  return index;
}

function copyOf(head: Token, start: Token | undefined): Token {
  return nounLike(head, start?.pos === 'num' && !/^(?:one|1)$/u.test(start.lower));
}

function nounLike(noun: Token, many: boolean): Token {
  const word = many ? plural(singular(noun.lower)) : singular(noun.lower);
  const token = makeToken(word, 'noun', [], singular(noun.lower));
  token.plural = many;
  return token;
}

function lastNoun(tokens: readonly Token[]): Token | null {
  return tokens.findLast(({ pos }) => pos === 'noun') ?? null;
}

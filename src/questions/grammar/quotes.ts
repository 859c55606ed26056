/** Written text that the prompt quotes, and the prompt with a stand-in word for each. */
export interface QuotedPrompt {
  text: string;
  quotes: readonly string[];
}

const STAND_IN = 'Loupequote';
const STAND_IN_PATTERN = /^loupequote(\d+)$/iu;

/**
 * Cuts out what stands in double quotes, or in single quotes that are no apostrophes. An unbalanced quote is dropped.
 * Quotes longer than 200 characters are speech or a slip, not lettering: their marks are dropped and the text stays.
 */
export function cutQuotes(prompt: string): QuotedPrompt {
  const quotes: string[] = [];
  const keep = (_whole: string, inner: string): string => {
    const text = inner.trim().replace(/[,;]$/u, '');
    if (!/[\p{L}\p{N}]/u.test(text)) return ' ';
    if (text.length > 200) return ` ${inner} `;
    quotes.push(text);
    return ` ${STAND_IN}${quotes.length - 1} `;
  };
  const text = prompt
    .replace(/"([^"\n]*)"/gu, keep)
    .replace(/(?<![\p{L}\p{N}])'((?:[^'\n]|(?<=\p{L})'(?=\p{L}))+)'(?![\p{L}\p{N}])/gu, keep)
    .replace(
      /(\b(?:says?|reads?|reading|saying)\s+)(\d[\d:.]*\d|\d)/giu,
      (_whole, verb: string, number: string) => `${verb}${keep('', number)}`,
    )
    .replace(/"/gu, ' ')
    .replace(/ +([,.;:!?])/gu, '$1')
    .replace(/ {2,}/gu, ' ')
    .trim();
  return { text, quotes };
}

/** The number of the quote that a word stands for; null for an ordinary word. */
export function quoteIndex(word: string): number | null {
  const match = STAND_IN_PATTERN.exec(word);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** The longest quotation, in characters: small models have little room. */
const MOST_QUOTED = 600;

/** Marks of chat templates, of Loupe's own protocol and of markup: `<|im_end|>`, `<image>`, `</think>`, `[/INST]`. */
const MARK = /<\s*[/|!]?\s*[\p{L}\p{N}_|:.\- ]{1,60}?\s*[/|]?\s*>|\[\/?\s*(?:INST|SYS)\s*\]/giu;
/** What begins a turn of a chat where the chat is plain text. */
const TURN = /(?<!\p{L})(user|assistant|system|human)\s*:/giu;

/**
 * Untrusted text as one line that holds nothing a model's tokenizer or chat template could take for its own: no special
 * tokens, tags, control characters or line breaks.
 */
export function plainForModel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .replace(MARK, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/‹\s*\||\|\s*›/gu, ' ')
    .replace(TURN, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The same in quotation marks, which it cannot close, shortened to some hundred characters. */
export function quoteForModel(text: string): string {
  const plain = plainForModel(text).replace(/["“”„«»]/gu, "'");
  if (plain.length <= MOST_QUOTED) return `“${plain}”`;
  const cut = plain.slice(0, MOST_QUOTED);
  const space = cut.lastIndexOf(' ');
  return `“${(space > 0 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/u, '')}…”`;
}

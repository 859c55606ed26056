/** Characters of a prompt that are looked at; a 2,000-word prompt has about 12,000. */
const MAX_LENGTH = 20_000;
/** No English word is longer; what is longer is an address, a hash or a slip of the keyboard. */
const MAX_WORD_LENGTH = 40;

/** Some scripts put no spaces between words. */
const ASCII = /^[!-~]+$/u;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', ' and '],
  ['&lt;', ' '],
  ['&gt;', ' '],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
]);

/**
 * Brings a prompt into the form that the rest reads: plain quotes and dashes, one space between words, a line break only
 * where the prompt has one; no markup, control characters, addresses, picture symbols, weights such as `(word:1.3)` or
 * command-line flags such as `--ar 16:9`.
 */
export function normalisePrompt(prompt: string): string {
  const text = prompt
    .slice(0, MAX_LENGTH)
    .replace(/[©®™](?:\s?\p{L}\S*)?/gu, ' ')
    .normalize('NFKC')
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/giu, ' ')
    .replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/giu, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/giu, (entity) => ENTITIES.get(entity.toLowerCase()) ?? ' ')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    // A word processor makes one long dash of the two of a flag.
    .replace(/(^|\s)[–—](?=(?:ar|aspect|no|w|h|v|s|q|style|stylize|chaos|seed|niji)\b)/giu, '$1--')
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[‘’‚‛`´]/gu, "'")
    // A label in front: "Prompt: …", "Background - …".
    .replace(/^\s*(?:prompt|background|scene|video|title|caption|description)\s*(?::|\s[-–—])\s+/iu, '')
    // "8 - bit", "wind - blown".
    .replace(/\b(\d+) - (?=\p{Ll})|\b(\p{Ll}+) - (?=(?:\p{Ll}+(?:ed|ing)|blown|made|drawn)\b)/gu, '$1$2-')
    // Weights of parts ("moon::2"), and a plus that joins two things.
    .replace(/\s*:\s*:+\s*(?:-?\d+(?:\.\d+)?(?!\p{L}))?/gu, ' , ')
    .replace(/(?<=\p{L}) \+ (?=\p{L})/gu, ' and ')
    .replace(/\s*[–—―]\s*|\s+-+\s+/gu, ' , ')
    .replace(/(?<=\p{L}),(?=\p{L})/gu, ', ')
    .replace(/https?:\/\/\S+|www\.\S+/giu, ' ')
    // Flags that say what to see: "--ar 16:9", "--no people".
    .replace(/(?:^|\s)--(?:ar|aspect)\s+(\d{1,2}:\d{1,2})(?!\d)/giu, ' , aspect ratio $1 , ')
    .replace(/(?:^|\s)--no\s+(\p{L}(?:(?!\s--)[^.\n])*)/giu, (_whole, unwanted: string) =>
      unwanted
        .split(',')
        .map((thing) => ` , no ${thing.trim()}`)
        .join(''),
    )
    .replace(/(?:^|\s)--(?:style|mode|sampler|model|profile|sref|cref|motion|video|preset)\s+(?!-)\S+/giu, ' ')
    .replace(/(^|\s)--[a-z]+(?:\s+[\d.:]+)?/giu, '$1')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}/gu, ' ')
    .replace(/[([{]+|[)\]}]+/gu, ' , ')
    .replace(/\b(has|had) on (?=an? |the |his |her )/giu, 'is wearing ')
    // "has a black jacket on".
    .replace(
      /\b(has|have) ((?:an?|his|her|their|some) (?:[\p{L}-]+ ){1,3})on\b(?! (?:an?|the|top|his|her|its|their|it|them|one|each|both|either)\b)/giu,
      (_whole, have: string, worn: string) =>
        `${have.toLowerCase() === 'has' ? 'is' : 'are'} wearing ${worn.trimEnd()}`,
    )
    .replace(/\bhave on (?=an? |the |their )/giu, 'are wearing ')
    .replace(/\b(on|in|of|with|by|to|at|from|for|over) it's\b/giu, '$1 its')
    // "snow covered land", "heart shaped box".
    .replace(
      /\b(?<=(?:^|[,.] ?|\b(?:an?|the|of|on|in|with|across|over|by|and) )(?:\p{Ll}{1,20} )?)(?!(?:an?|the|of|on|in|with|across|over|by|and|fully|partially|completely|also|all|different|differently|many|one|two|three|four|five|six|seven|eight|nine|ten)\b)(\p{Ll}+) (covered|filled|lined|topped|capped|shaped|colou?red|drenched|soaked|themed|inspired|powered|studded|knitted|plated|coated|trimmed|paneled|panelled|encrusted) (?=(?!(?:with|in|by|on|of|at|up|from|to|and|over|inside|into|around|as|is|are|for)\b)\p{Ll})/giu,
      '$1-$2 ',
    )
    .replace(/\baward winning\b/giu, 'award-winning')
    .replace(/\b(multi|dark|light|bright|solid|rainbow|pastel|neon|earth) (colou?red|toned)\b/giu, '$1-$2')
    .replace(/\s+(?:for )?(?:an? (?:little|bit|while) longer|no longer)\b/giu, ' ')
    .replace(/,? one by one\b/giu, ' ')
    .replace(/,? (?:from )?head to toe\b/giu, ' ')
    .replace(/\b(old|new) fashioned\b/giu, '$1-fashioned')
    .replace(/\b(hyper|ultra|photo|super|semi) (realistic|detailed|realism)\b/giu, '$1-$2')
    .replace(/(?<=\p{L})(?<!\b(?:an?|in|the|of|with|as|and)) (?=oil on canvas\b)/giu, ' , ')
    .replace(
      /\b(full|half|upper) body (?=[\p{L}-]+ (?:photo|portrait|shot|image|photograph)|(?:photo|portrait|shot|image)\b)/giu,
      '$1-body ',
    )
    .replace(/(?<=\p{L}) (?=stock (?:photo|vector|illustration|image|footage|video)\b)/giu, ' , ')
    .replace(/\b(push|pull|sit|chin) up(?=s?\b(?: position| bar| pose)|s\b)/giu, '$1-up')
    .replace(/\bin the (?:near|far) distance\b/giu, 'in the distance')
    // The full stop of a title ends no sentence: "Dr. Evil".
    .replace(/\b(dr|mr|mrs|ms|st|prof|sgt|capt|lt|gen|jr|sr)\.(?= \p{L})/giu, '$1')
    // "4 k", "1 9 2 0 s": numbers that a tokeniser has taken apart.
    .replace(/(?<=(?:^|\s)\d) (?=\d(?:\s|$))/gu, '')
    .replace(/\b(\d+) (k|d|s|bit|mm)\b/gu, '$1$2')
    .replace(/\b(medium|large|small|full|life|king|queen)[ -]sized?\b/giu, '$1-sized')
    .replace(/(?:\b(?:around|about|aged)\s+)?(?:\b\w+\s+or\s+)?\b\w+[ -]years?[ -]old\b/giu, (age) =>
      /-/u.test(age) ? age : ' ',
    )
    .replace(/\bin (?:his|her|their) (?:early |mid-?|late )?\d0'?s\b/giu, ' ')
    .replace(
      /^\s*(?:please\s+)?(?:make|create|generate|produce|render|show(?: me)?|give me|i want)\s+(?:me\s+)?(?:an?|the)\s+(?:\p{L}+\s+)?(?:video|clip|animation|movie|film)\s+(?:of|about|showing|where|with|in which)\s+/iu,
      '',
    )
    // Nothing has been named that it could look like.
    .replace(
      /^\s*(?:in this (?:image|picture|photo),? )?it (?:looks like|seems to be|appears to be|is) (?=an? |the )/iu,
      '',
    )
    .replace(/\b(\p{L}+)(?: \1\b){2,}/giu, '$1')
    .replace(/\b(\d)(girls?|boys?)\b/giu, '$1 $2')
    .replace(/\b(?:nobody|no one|no-one)\b(?: else)?/giu, 'no people')
    .replace(/\bhand (painted|drawn|made|crafted|carved|written|held)\b/giu, 'hand-$1')
    .replace(/(?<=[\p{L},]) ?:\d+(?:\.\d+)?(?=\s*(?:,|$))/gu, ' ')
    // "Oak chairs, set of 6": six chairs.
    .replace(
      /(^|[.,;]\s*)((?:[\p{L}-]+ ){0,5}\p{L}+s)\s*,\s*(?:a )?(?:set|pack) of (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)(?=\s*(?:[,.;]|$))/giu,
      (_whole, lead: string, things: string, number: string) =>
        `${lead}${number} ${things.charAt(0).toLowerCase()}${things.slice(1)}`,
    )
    .replace(/[*_^~|\\=<>{}#@$%]+/gu, ' ')
    .replace(/\S+/gu, (word) => (word.length > MAX_WORD_LENGTH && ASCII.test(word) ? ' ' : word));
  return quiet(unquoteWhole(text))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .replace(/ +([,.;:!?])/gu, '$1')
    .replace(/([,;])(?:\s*[,;])+/gu, '$1')
    .replace(/^[\s,.;:!?-]+|[\s,;:-]+$/gu, '');
}

/** In a prompt of capitals only, they say nothing about names. */
function quiet(text: string): string {
  return /\p{Ll}/u.test(text) || text.length < 8 ? text : text.toLowerCase();
}

/** A prompt that stands in quotes as a whole is no lettering. */
function unquoteWhole(text: string): string {
  const match = /^\s*"([^"]*)"?\s*$|^\s*'([^']*)'\s*$/u.exec(text);
  const inner = match?.[1] ?? match?.[2];
  return inner !== undefined && inner.split(/\s+/u).length > 4 ? inner : text;
}

/** Whether there is a word to ask about. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** Shortens to `length` characters at a word, with an ellipsis. */
export function truncate(text: string, length: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:!?-]+$/u, '')}…`;
}

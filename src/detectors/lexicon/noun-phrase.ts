/** Nouns that stand for how many or how much of what follows "of". */
const MEASURES = new Set(
  `group pair herd flock pack swarm school pod litter bunch crowd couple number lot dozen hundred thousand row line pile stack set
   collection variety bit piece slice half part kind type sort breed one two three four five some several many few all each any either
   neither both none groups pairs herds flocks packs bunches crowds couples rows lines piles stacks dozens hundreds thousands
   pieces slices kinds types team family trio duo troupe gang army band parade gathering cluster`.split(/\s+/u),
);

/** What follows one of these tells more about the noun before it. */
const AFTER_THE_NOUN = new Set(
  `in on with at from by under over near behind before beside inside outside into onto across along around through against above
   below between among without for to as like during while and or who whom whose which that wearing holding made`.split(
    /\s+/u,
  ),
);

/** Words of a phrase: lower case, hyphens as spaces, no punctuation but apostrophes. */
export function wordsOf(phrase: string): string[] {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/gu, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
}

/**
 * The words of a noun phrase up to its head, which comes last: "the old man's red hat" → "red hat", "woman with an umbrella" →
 * "woman", "pair of dogs" → "dogs", "cup of tea" → "cup".
 */
export function upToHead(words: readonly string[]): string[] {
  const end = words.findIndex((word, i) => i > 0 && AFTER_THE_NOUN.has(word));
  const kept = end < 0 ? [...words] : words.slice(0, end);
  const of = kept.indexOf('of');
  if (of > 0) {
    const isMeasure = MEASURES.has(kept[of - 1] ?? '');
    return isMeasure ? upToHead(kept.slice(of + 1)) : afterOwner(kept.slice(0, of));
  }
  return afterOwner(kept);
}

function afterOwner(words: readonly string[]): string[] {
  const owner = words.findLastIndex((word, i) => i < words.length - 1 && /(?:'s|s')$/u.test(word));
  return words.slice(owner + 1).map((word) => word.replace(/'s?$/u, ''));
}

import { wordSet } from './lexicon/word-set.ts';

/** The commonest function words of languages that prompts are written in; those that are English words too are left out. */
const FOREIGN_WORDS = wordSet(`
  der, die, das, ein, eine, einen, einem, einer, und, ist, mit, auf, im, von, zum, zur, nicht, über, unter, vor, durch, neben, dem, den, des, sich, wird, sind, ihre, seine, während, beim,
  el, los, las, un, una, unos, unas, y, con, por, para, sobre, del, está, están, mientras, su, sus, que, muy, hacia, desde, lleva, en, la,
  le, les, une, et, est, sur, avec, dans, pour, qui, aux, du, sont, sous, vers, pendant, leur, ses, très, au,
  il, lo, gli, uno, di, della, delle, nel, nella, che, è, mentre, sul, sulla, sono, suo, sua, dei, al, alla,
  um, uma, os, com, na, nos, nas, para, não, dos, das, pelo, pela, enquanto, está, sobre, ao,
  een, het, van, op, met, zijn, aan, niet, voor, naar, terwijl,
  en, ett, och, är, på, med, som, av, till, det, av, jest, na, się, nie, jak, przez, oraz, ve, bir, ile
`);

const ENGLISH_WORDS = wordSet(
  'the, a, an, of, and, in, on, with, is, are, at, to, from, by, for, his, her, its, their, that, while, into, over, under, near, as, this, there, it, he, she, they, behind, wearing, holding, standing, sitting, walking, running, shot, style, view, photo, painting, video, up, down, next, front',
);

const WORD = /\p{L}[\p{L}\p{M}']*/gu;

/** Words and signs of programs and queries, which are no sentences. */
const CODE = [
  /\b(?:def|function|return|import|const|let|var|class|lambda|print|console|select|insert|update|drop|where|html|div|null|true|false)\b/iu,
  /[=;{}<>]|\w\(|\[\w*\]/u,
  /==|=>|;\s*$|;\s*\p{Lu}|\w\(\w*\)|\w\s*=\s*\S|":\s/mu,
];

/** Whether a text is a piece of a program rather than a description. */
export function looksLikeCode(prompt: string): boolean {
  return CODE.every((sign) => sign.test(prompt));
}

/** The description in a record that a program has written: `{"prompt": "a red car", "seed": 42}`. */
export function promptOfRecord(text: string): string {
  if (!/^\s*\{/u.test(text)) return text;
  try {
    const record: unknown = JSON.parse(text);
    const prompt = typeof record === 'object' && record !== null && 'prompt' in record ? record.prompt : null;
    return typeof prompt === 'string' ? prompt : text;
  } catch {
    return text;
  }
}

/**
 * Whether a prompt can be read with English grammar: it is in Latin letters, and the function words of other languages
 * do not outnumber English ones. A prompt without any function word ("red car") counts as English unless its letters
 * say otherwise.
 */
export function looksEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/[a-z]/giu) ?? [];
  if (letters.length === 0 || latin.length < 0.8 * letters.length) return false;
  let english = 0;
  let foreign = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (ENGLISH_WORDS.has(word)) english++;
    else if (FOREIGN_WORDS.has(word)) foreign++;
  }
  if (foreign > english) return false;
  const accented = letters.length - latin.length;
  return !(english === 0 && accented > 0.05 * letters.length);
}

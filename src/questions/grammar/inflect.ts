import nlp from 'compromise/two';
import { MASS_NOUNS, PLURAL_ONLY } from './lexicon/nouns.ts';
import { INTRANSITIVE_VERBS, TRANSITIVE_VERBS } from './lexicon/verbs.ts';

interface Transforms {
  two: {
    transform: {
      verb: {
        toInfinitive(verb: string, model: object, tense: string): string;
        conjugate(verb: string, model: object): { Gerund?: string; Participle?: string; PastTense?: string };
      };
      noun: { toSingular(noun: string, model: object): string; toPlural(noun: string, model: object): string };
    };
  };
}

// The library's published types call its word transforms a plain object; this is their documented shape.
const { verb, noun } = (nlp.methods() as Transforms).two.transform;
const model = nlp.model();

/** Past participles, and other forms that the library does not lead back to their infinitive. */
const IRREGULAR_INFINITIVES: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    ...{
      drawn: 'draw',
      written: 'write',
      torn: 'tear',
      broken: 'break',
      hidden: 'hide',
      driven: 'drive',
      eaten: 'eat',
    },
    ...{ fallen: 'fall', flown: 'fly', frozen: 'freeze', grown: 'grow', known: 'know', sewn: 'sew', taken: 'take' },
    ...{ thrown: 'throw', woven: 'weave', ridden: 'ride', bitten: 'bite', blown: 'blow', given: 'give', risen: 'rise' },
    ...{ shaken: 'shake', spoken: 'speak', stolen: 'steal', swum: 'swim', sung: 'sing', sunk: 'sink', woken: 'wake' },
    ...{ chosen: 'choose', drunk: 'drink', beaten: 'beat', gone: 'go', lit: 'light', clad: 'clothe', strewn: 'strew' },
  }),
  ['lying', 'lie'],
  ['dying', 'die'],
  ['tying', 'tie'],
  ['lay', 'lie'],
  ['laid', 'lay'],
  ['lies', 'lie'],
  ['dies', 'die'],
  ['ties', 'tie'],
  ['seen', 'see'],
  ['has', 'have'],
  ['had', 'have'],
  ['does', 'do'],
  ['did', 'do'],
  ['done', 'do'],
  ['goes', 'go'],
  ['worn', 'wear'],
  ['shown', 'show'],
  ['bent', 'bend'],
  ['made', 'make'],
  ['held', 'hold'],
]);

/** A short word that doubles its last letter: "grinning", "squatting". */
const DOUBLING = /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxyh]$/u;

/** Regular forms of the verbs of the lexicon, which the library leads back to shorter words: "stared" to "star". */
const REGULAR_INFINITIVES: ReadonlyMap<string, string> = new Map(
  [...INTRANSITIVE_VERBS, ...TRANSITIVE_VERBS].flatMap((base) => regularForms(base).map((form) => [form, base])),
);

function regularForms(base: string): string[] {
  const stem = DOUBLING.test(base) ? `${base}${base.at(-1)}` : base.replace(/(?<=[^eoy])e$/u, '');
  const ied = base.replace(/(?<=[^aeiou])y$/u, 'i');
  const past = ied === base ? `${stem}ed`.replace(/eeed$/u, 'eed') : `${ied}ed`;
  const present = ied === base ? `${base}${/(?:s|x|z|sh|ch)$/u.test(base) ? 'es' : 's'}` : `${ied}es`;
  return [`${stem}ing`, past, present];
}

const memo = new Map<string, string>();

function remembered(key: string, make: () => string): string {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  // Prompts repeat words; a bound keeps a long-lived worker small.
  if (memo.size > 5000) memo.clear();
  memo.set(key, made);
  return made;
}

/** "riding", "rides", "rode" → "ride". */
export function infinitive(word: string): string {
  const hyphen = word.lastIndexOf('-') + 1;
  if (hyphen > 0) return word.slice(0, hyphen) + infinitive(word.slice(hyphen));
  return remembered(`v ${word}`, () => {
    const irregular = IRREGULAR_INFINITIVES.get(word) ?? REGULAR_INFINITIVES.get(word);
    if (irregular !== undefined) return irregular;
    const tense = word.endsWith('ing')
      ? 'Gerund'
      : word.endsWith('s') && !word.endsWith('ss')
        ? 'PresentTense'
        : 'PastTense';
    return verb.toInfinitive(word, model, tense) || word;
  });
}

/** "ride" → "riding". */
export function gerund(base: string): string {
  const hyphen = base.lastIndexOf('-') + 1;
  if (hyphen > 0) return base.slice(0, hyphen) + gerund(base.slice(hyphen));
  return remembered(`g ${base}`, () => {
    if (/[^aeiou]ie$/u.test(base)) return `${base.slice(0, -2)}ying`;
    const known = verb.conjugate(base, model).Gerund ?? '';
    if (DOUBLING.test(base)) return `${base}${base.at(-1)}ing`;
    return known.endsWith('ing') ? known : `${base.replace(/(?<=[^eoy])e$/u, '')}ing`;
  });
}

/** "dogs" → "dog"; words without a singular stay. */
export function singular(word: string): string {
  return remembered(`s ${word}`, () => {
    if (word === 'people') return 'person';
    if (PLURAL_ONLY.has(word) && !/^(?:men|women|children|feet|teeth|mice|geese)$/u.test(word)) return word;
    if (
      MASS_NOUNS.has(word) ||
      /ss$|us$|is$|^(?:canvas|lens|gas|chaos|cosmos|atlas|christmas|series|species|news)$/u.test(word) ||
      word.length < 4
    )
      return /^(?:men)$/u.test(word) ? 'man' : word;
    return noun.toSingular(word, model) || word;
  });
}

/** "dog" → "dogs"; words that are their own plural stay. */
export function plural(word: string): string {
  if (/(?:fish|sheep|deer|series|species|craft|moose|bison|shrimp)$/u.test(word) || word.endsWith('s')) return word;
  if (/(?<!hu|ger|sha|talis|ro)man$/u.test(word)) return `${word.slice(0, -2)}en`;
  return remembered(`p ${word}`, () => noun.toPlural(word, model) || `${word}s`);
}

/** "a" or "an", by the sound the word begins with. */
export function article(next: string): string {
  const word = next.toLowerCase();
  if (/^(?:hour|honest|heir|8|11\b|18\b|1[18]-|x-?ray|mri\b|fbi\b|led\b|lcd\b|suv\b)/u.test(word)) return 'an';
  if (/^(?:uni(?!n|m)|use|usu|euro|one\b|once|u-|ufo|utensil|ukulele|ewe)/u.test(word)) return 'a';
  return /^[aeiou]/u.test(word) ? 'an' : 'a';
}

/** "a corgi", "an owl". */
export function withArticle(phrase: string): string {
  return `${article(phrase)} ${phrase}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

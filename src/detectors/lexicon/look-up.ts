import type { DetectorLabel } from './labels.ts';
import { singulars } from './singular.ts';
import type { DetectorClass, Vocabulary } from './vocabulary.ts';

/** No noun of the vocabulary has more words. */
const MOST_WORDS = 8;

/** Before a living thing or a vehicle these say that it is none. */
const IMITATIONS = new Set(
  'toy robot robotic paper stuffed plush origami lego inflatable miniature balloon cardboard papercraft'.split(' '),
);

/** What no living thing is made of, while a chair or a bottle may be. */
const MATERIALS = new Set(
  `plastic rubber wooden wood stone bronze marble clay wax metal glass gingerbread ceramic porcelain crystal gold silver
   iron steel straw knitted felt 3d`.split(/\s+/u),
);

const LIVING = new Set<DetectorLabel>([
  'person',
  'bird',
  'cat',
  'dog',
  'horse',
  'sheep',
  'cow',
  'elephant',
  'bear',
  'zebra',
  'giraffe',
]);

const VEHICLES = new Set<DetectorLabel>(['bicycle', 'car', 'motorcycle', 'airplane', 'bus', 'train', 'truck', 'boat']);

/**
 * The class of a noun phrase whose head is its last word: that of the longest ending that the vocabulary has.
 * @param words lower case
 */
export function lookUp(words: readonly string[], vocabulary: Vocabulary): DetectorClass {
  for (let start = Math.max(0, words.length - MOST_WORDS); start < words.length; start++) {
    const found = entryOf(words.slice(start), vocabulary);
    if (found !== undefined) return found !== null && isImitation(words.slice(0, start), found.label) ? null : found;
  }
  return null;
}

/** Undefined when there is no entry. */
function entryOf(words: readonly string[], vocabulary: Vocabulary): DetectorClass | undefined {
  const before = words.slice(0, -1);
  for (const last of singulars(words.at(-1) ?? '')) {
    // "surf board" and "surfboard" are one noun.
    for (const space of [' ', '']) {
      const found = vocabulary.get([...before, last].join(space));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isImitation(modifiers: readonly string[], label: DetectorLabel): boolean {
  if (LIVING.has(label)) return modifiers.some((word) => IMITATIONS.has(word) || MATERIALS.has(word));
  return VEHICLES.has(label) && modifiers.some((word) => IMITATIONS.has(word));
}

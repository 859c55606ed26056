import { lookUp } from '../../../src/detectors/lexicon/look-up.ts';
import { type DetectorClass, NONE, type VocabularyFile } from '../../../src/detectors/lexicon/vocabulary.ts';

/**
 * Only what the rest would not give: "golden retriever" is left out as "retriever" says it, "sea horse" stays as "horse" would say
 * something else.
 * @param classes of nouns of one or several words
 */
export function vocabularyFile(classes: ReadonlyMap<string, DetectorClass>): VocabularyFile {
  const nouns = [...classes.keys()].filter((noun) => /^[\p{L}\p{N} ]+$/u.test(noun));
  const fewestWordsFirst = nouns.sort((a, b) => a.split(' ').length - b.split(' ').length);
  const kept = new Map<string, DetectorClass>();
  for (const noun of fewestWordsFirst) {
    const found = classes.get(noun) ?? null;
    if (!isSame(lookUp(noun.split(' '), kept), found)) kept.set(noun, found);
  }
  const file: Record<string, { exact?: string; is_a?: string }> = {};
  for (const noun of [...kept.keys()].sort()) {
    const { label, match } = kept.get(noun) ?? { label: NONE, match: 'is_a' };
    const lists = file[label] ?? {};
    file[label] = lists;
    lists[match] = lists[match] === undefined ? noun : `${lists[match]},${noun}`;
  }
  return file;
}

function isSame(a: DetectorClass, b: DetectorClass): boolean {
  return a?.label === b?.label && a?.match === b?.match;
}

import type { DetectorLabel } from './labels.ts';

/** What a noun is to the detector: the label itself, a kind of it, or (null) none of its labels. */
export type DetectorClass = { label: DetectorLabel; match: 'exact' | 'is_a' } | null;

/** Nouns of one label, each list comma-separated; several words are separated by spaces. */
export type VocabularyFile = Readonly<Record<string, { readonly exact?: string; readonly is_a?: string }>>;

/** Under this key stand the nouns of several words whose last word would mislead: "sea horse". */
export const NONE = 'none';

export type Vocabulary = ReadonlyMap<string, DetectorClass>;

/** @param labels the keys that `file` may have beside {@link NONE} */
export function readVocabulary(file: VocabularyFile, labels: readonly DetectorLabel[]): Vocabulary {
  const vocabulary = new Map<string, DetectorClass>();
  const add = (list: string | undefined, found: DetectorClass) => {
    for (const noun of list?.split(',') ?? []) vocabulary.set(noun, found);
  };
  for (const label of labels) {
    add(file[label]?.exact, { label, match: 'exact' });
    add(file[label]?.is_a, { label, match: 'is_a' });
  }
  add(file[NONE]?.is_a, null);
  return vocabulary;
}

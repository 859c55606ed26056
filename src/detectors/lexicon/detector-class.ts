import { DETECTOR_LABELS } from './labels.ts';
import { lookUp } from './look-up.ts';
import { upToHead, wordsOf } from './noun-phrase.ts';
import file from './vocabulary.json' with { type: 'json' };
import { type DetectorClass, readVocabulary, type VocabularyFile } from './vocabulary.ts';

const vocabulary = readVocabulary(file satisfies VocabularyFile, DETECTOR_LABELS);

/**
 * What the object detector calls a thing that a prompt names.
 * @param noun a noun or noun phrase in English, its head last or before what tells more: "golden retrievers", "the old man's hat",
 * "woman in red"
 * @returns the label with `exact` when the noun means the label, `is_a` when it means a kind of it (corgi → dog); null when it is
 * neither, or may as easily be something else (crane). By WordNet's hypernyms and sense frequencies, see training/detected/lexicon
 */
export function detectorClassOf(noun: string): DetectorClass {
  return lookUp(upToHead(wordsOf(noun)), vocabulary);
}

/**
 * Writes src/detectors/lexicon/vocabulary.json from WordNet's nouns.
 *
 *   npx tsx training/detected/lexicon/build.ts
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chooseClasses } from './choose-classes.ts';
import { vocabularyFile } from './vocabulary-file.ts';
import { readWordNet } from './wordnet.ts';

const wordNet = readWordNet();
const file = vocabularyFile(chooseClasses(wordNet));
const text = `${JSON.stringify(file, null, 2)}\n`;
writeFileSync(new URL('../../../src/detectors/lexicon/vocabulary.json', import.meta.url), text);
process.stdout.write(`${text.length} characters, ${gzipSync(text).length} bytes gzipped\n`);

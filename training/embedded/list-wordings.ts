/** Prints all questions that the embedded model is taught, as a JSON list: npx tsx training/embedded/list-wordings.ts */
import { TAUGHT_KINDS, wordingsOf } from '../data/triples/wordings.ts';

process.stdout.write(`${JSON.stringify(TAUGHT_KINDS.flatMap((kind) => wordingsOf(kind).map(({ text }) => text)))}\n`);

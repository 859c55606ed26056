/**
 * How many prompts have an entity that the detector knows, and a sample of what the lexicon says of them, to be read.
 *
 *   npx tsx training/detected/lexicon/coverage.ts [--sample N] TABLE.csv…
 *
 * TABLE.csv: a column prompt. Prompts that stand twice in a table count once.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { detectorClassOf } from '../../../src/detectors/lexicon/detector-class.ts';
import { seededRandom } from '../../../src/domain/random.ts';
import { writeQuestions } from '../../../src/questions/write-questions.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '0' } },
});

interface Mapping {
  prompt: string;
  entity: string;
  label: string;
}

const mappings: Mapping[] = [];
for (const path of positionals) {
  const rows: { prompt?: string }[] = parse(readFileSync(path, 'utf8'), { columns: true });
  const prompts = [...new Set(rows.flatMap(({ prompt }) => (prompt ? [prompt] : [])))];
  const found = prompts.map(mappingsOf);
  mappings.push(...found.flat());
  const mappable = found.filter((list) => list.length > 0).length;
  const share = ((100 * mappable) / prompts.length).toFixed(1);
  process.stdout.write(`${path}: ${mappable} of ${prompts.length} prompts (${share} %)\n`);
}

const random = seededRandom(1);
for (let i = 0; i < Number(values.sample) && mappings.length > 0; i++) {
  const [one] = mappings.splice(Math.floor(random() * mappings.length), 1);
  if (one !== undefined) process.stdout.write(`${one.entity} → ${one.label}: ${one.prompt}\n`);
}

function mappingsOf(prompt: string): Mapping[] {
  const entities = new Set(writeQuestions(prompt).flatMap(({ entity }) => (entity === null ? [] : [entity])));
  return [...entities].flatMap((entity) => {
    const found = detectorClassOf(entity);
    return found === null ? [] : [{ prompt, entity, label: found.label }];
  });
}

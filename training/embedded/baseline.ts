/**
 * How often the judges of a report are right about the whole clip, on the held-out clips that `make.ts --keep` wrote:
 *
 *   npx tsx training/embedded/baseline.ts CLIPS.csv REPORTS.json...
 *
 * REPORTS.json is what `npm run evaluate -- --json` wrote for some of these clips. Per judge and kind: how many good and bad clips it answered of
 * how many, and the mean of its accuracies on the two (so that guessing gives 0.5, as where both are asked about equally often).
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Report } from '../../src/domain/report.ts';
import { answerScore } from '../../src/domain/scoring.ts';
import { mean } from '../../src/domain/statistics.ts';

interface KeptClip {
  file: string;
  /** The kind that is bad; empty where the clip is clean. */
  kind: string;
  /** Kinds, between spaces, that are neither good nor bad. */
  open: string;
}

/** Right or wrong on good and on bad clips, null where the judge did not answer. */
type Tally = Record<'good' | 'bad', (boolean | null)[]>;

const [table, ...reportFiles] = process.argv.slice(2);
if (table === undefined || reportFiles.length === 0) {
  process.stderr.write('usage: baseline.ts CLIPS.csv REPORTS.json...\n');
  process.exit(2);
}
const clips = new Map<string, KeptClip>(
  parse<KeptClip>(readFileSync(table), { columns: true }).map((clip) => [basename(clip.file), clip]),
);
const damagedKinds = new Set([...clips.values()].map(({ kind }) => kind).filter((kind) => kind !== ''));
const tallies = new Map<string, Map<string, Tally>>();
for (const file of reportFiles) for (const report of JSON.parse(readFileSync(file, 'utf8')) as Report[]) count(report);
for (const [judge, kinds] of [...tallies].sort()) {
  process.stdout.write(`${judge}\n`);
  const all = [...kinds].sort().flatMap(([kind, tally]) => print(kind, tally) ?? []);
  process.stdout.write(all.length === 0 ? '  nothing\n' : `  mean of the kinds ${mean(all)?.toFixed(3)}\n`);
}

function count({ clip, questions, verdicts }: Report): void {
  const kept = clips.get(clip.name);
  if (kept === undefined) return;
  for (const { id, kind, entity, polarity } of questions) {
    if (entity !== null || !damagedKinds.has(kind) || kept.open.split(' ').includes(kind)) continue;
    const side = kept.kind === kind ? 'bad' : 'good';
    for (const verdict of verdicts) {
      if (verdict.questionId !== id) continue;
      const right =
        verdict.status === 'answered' ? answerScore(polarity, verdict.pYes) > 0.5 === (side === 'good') : null;
      tallyOf(verdict.judge, kind)[side].push(right);
    }
  }
}

function tallyOf(judge: string, kind: string): Tally {
  const kinds = tallies.get(judge) ?? new Map<string, Tally>();
  tallies.set(judge, kinds);
  const tally = kinds.get(kind) ?? { good: [], bad: [] };
  kinds.set(kind, tally);
  return tally;
}

/** @returns the mean of the two accuracies; null where one side was not answered at all */
function print(kind: string, tally: Tally): number | null {
  const sides = (['good', 'bad'] as const).map((side) => {
    const answered = tally[side].filter((right) => right !== null);
    return { answered: answered.length, asked: tally[side].length, accuracy: mean(answered.map(Number)) };
  });
  const accuracies = sides.flatMap(({ accuracy }) => accuracy ?? []);
  const balanced = accuracies.length === 2 ? mean(accuracies) : null;
  if (balanced === null) return null;
  const [good, bad] = sides.map(
    ({ answered, asked, accuracy }) => `${(accuracy ?? 0).toFixed(2)} (${answered} of ${asked})`,
  );
  process.stdout.write(`  ${kind.padEnd(12)} ${balanced.toFixed(3)}  good ${good}  bad ${bad}\n`);
  return balanced;
}

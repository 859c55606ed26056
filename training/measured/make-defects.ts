/**
 * Damages clean clips in known ways, for fitting and checking the measured judge, by the generator of the bench of defects:
 *
 *   npx tsx training/measured/make-defects.ts OUT_FOLDER SOURCE...
 *
 * Needs ffmpeg. SOURCE is a clip, a folder or a table as `npm run bench:defects` takes them. Writes each clip clean and once per
 * defect, scope and strength as MP4, and OUT_FOLDER/defects.csv with the columns file, prompt (the clean clip's name: clips
 * of one source are left out together), dimension, defect, strength, scope, start, end (seconds, for defects in a window) and one
 * yes/no column per kind of question that the defect decides; empty where it decides nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, caseName, casesOf, makeCase } from '../../test/bench/defects/make/cases.ts';
import { writeMp4 } from '../../test/bench/defects/make/ffmpeg.ts';
import { findSources, loadSource } from '../../test/bench/defects/make/sources.ts';

const KINDS = [
  'clarity',
  'noise',
  'compression',
  'exposure',
  'colour',
  'flicker',
  'freeze',
  'cut',
  'smoothness',
  'deformation',
] as const;

const [folder, ...named] = process.argv.slice(2);
if (folder === undefined || named.length === 0) {
  process.stderr.write('usage: make-defects.ts OUT_FOLDER SOURCE...\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const rows = [['file', 'prompt', 'dimension', 'defect', 'strength', 'scope', 'start', 'end', ...KINDS].join(',')];
const sources = findSources(named);
for (const [index, source] of sources.entries()) {
  const clean = await loadSource(source);
  const other = sources[(index + 1) % sources.length] ?? source;
  for (const one of casesOf(source)) {
    const made = await makeCase(one, clean, other);
    if (made === null) continue;
    const file = `${caseName(one)}.mp4`;
    await writeMp4(made.clip, join(folder, file));
    const { damage } = one;
    const about = [
      damage?.defect.dimension ?? '',
      damage?.defect.id ?? 'clean',
      damage?.strength ?? '',
      damage?.scope ?? '',
    ];
    const window = (made.shows[0] ?? ['', '']).map(String);
    rows.push(
      [file, source.name, ...about, ...window, ...KINDS.map((kind) => labelOf(one, kind))].map(toCell).join(','),
    );
  }
}
writeFileSync(join(folder, 'defects.csv'), `${rows.join('\n')}\n`);

/** File names may hold commas and quotes. */
function toCell(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A clean clip answers all kinds well. A damaged one answers the kind that its defect is about badly, unless the defect is mild,
 * and leaves open what else it may touch.
 */
function labelOf({ damage }: Case, kind: (typeof KINDS)[number]): string {
  const good = kind === 'clarity' || kind === 'exposure' || kind === 'colour' || kind === 'smoothness' ? 'yes' : 'no';
  if (damage === null) return good;
  const { defect, strength } = damage;
  if (kind === defect.questions[0]) {
    if (strength === 'mild') return '';
    return good === 'yes' ? 'no' : 'yes';
  }
  return defect.questions.includes(kind) || defect.unclear.includes(kind) ? '' : good;
}

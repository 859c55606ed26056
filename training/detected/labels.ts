import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DETECTOR_LABELS, type DetectorLabel } from '../../src/detectors/lexicon/labels.ts';

/** What is seen in a clip, by eye; labels/README.md says how. */
export interface SeenInClip {
  /** Clips of one prompt belong together. */
  group: string;
  person: 'yes' | 'part' | 'no' | 'unclear';
  /** Most people seen at once; null where they cannot be counted. */
  people: number | null;
  things: ReadonlySet<DetectorLabel>;
  /** Things of which a person could not say whether they are there. */
  unclear: ReadonlySet<DetectorLabel>;
}

const TABLE = join(import.meta.dirname, 'labels/people-and-things.csv');

type Row = Record<'sha256' | 'file' | 'person' | 'people' | 'things' | 'unclear', string>;

/** By SHA-256 of the file. */
export function readSeen(): Map<string, SeenInClip> {
  const rows = parse(readFileSync(TABLE, 'utf8'), { columns: true }) as Row[];
  return new Map(
    rows.map((row) => [
      row.sha256,
      {
        group: /__(\d+)\.gif$/.exec(row.file)?.[1] ?? row.file,
        person: row.person as SeenInClip['person'],
        people: row.people === '' ? null : Number(row.people),
        things: labelSet(row.things),
        unclear: labelSet(row.unclear),
      },
    ]),
  );
}

function labelSet(cell: string): Set<DetectorLabel> {
  const names = cell.split(';').filter((name) => name !== '');
  return new Set(names.map((name) => DETECTOR_LABELS.find((label) => label === name) ?? unknown(name)));
}

function unknown(name: string): never {
  throw new Error(`${TABLE} names “${name}”, which is no class of the detector.`);
}

export function hashOfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../../cli/files-below.ts';
import { DIST, PROJECT_ROOT } from '../../../cli/paths.ts';
import type { Report } from '../../../src/domain/report.ts';
import { type Case, caseName, makeCase, type SecondsSpan } from './make/cases.ts';
import { writeMp4 } from './make/ffmpeg.ts';
import type { RawClip } from './make/raw-clip.ts';
import type { Source } from './make/sources.ts';

const CACHE = join(PROJECT_ROOT, 'node_modules/.cache/loupe/defects');
/** Reports of this many builds of the app are kept. */
const BUILDS_KEPT = 4;

/** What the clips are made by: when it changes, they are made anew. */
const GENERATOR = hashOf([
  ...filesBelow(join(import.meta.dirname, 'make')).sort(),
  join(PROJECT_ROOT, 'src/domain/random.ts'),
]);

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex');
}

/** A hash of the app as it was built: its pages name their scripts, whose names hold hashes of what is in them. */
export function builtApp(): string {
  const assets = filesBelow(DIST).filter((path) => /\.(js|html)$/.test(path));
  return createHash('sha256').update(assets.sort().join('\n')).digest('hex').slice(0, 16);
}

/** A clip of the bench on the disk. */
export interface ClipOnDisk {
  path: string;
  /** Hash of the file. */
  sha256: string;
  shows: SecondsSpan[];
}

/** Makes a case's clip, or takes the one that was made before; null where the defect could not be seen. */
export async function ensureClip(made: Case, load: () => Promise<RawClip>, other: Source): Promise<ClipOnDisk | null> {
  const joined = made.damage?.defect.joinsOther ? other.hash : null;
  const about = { generator: GENERATOR, source: made.source.hash, other: joined, case: caseName(made) };
  const key = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 20);
  const note = join(CACHE, 'clips', `${key}.json`);
  // Written below.
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as ClipOnDisk | null;
  mkdirSync(dirname(note), { recursive: true });
  const damaged = await makeCase(made, await load(), other);
  const path = join(CACHE, 'clips', `${key}.mp4`);
  if (damaged !== null) await writeMp4(damaged.clip, path);
  const clip = damaged === null ? null : { path, sha256: hashOf([path]), shows: damaged.shows };
  writeWhole(note, JSON.stringify(clip));
  return clip;
}

/** The report of one clip by one build of the app, made by `measure` unless it was before. */
export async function ensureReport(app: string, sha256: string, measure: () => Promise<Report>): Promise<Report> {
  const path = join(CACHE, 'reports', app, `${sha256}.json`);
  // Written below.
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Report;
  const report = await measure();
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, JSON.stringify(report));
  return report;
}

/** Removes the reports of all but the latest builds. */
export function forgetOldBuilds(): void {
  const folder = join(CACHE, 'reports');
  if (!existsSync(folder)) return;
  const builds = readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const build of builds.slice(BUILDS_KEPT)) rmSync(build, { recursive: true });
}

/** A run that is broken off never leaves half a file under the final name. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

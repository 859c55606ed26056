import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { DIST, PROJECT_ROOT } from './paths.ts';

const SOURCES = [
  'src',
  'workers',
  'public',
  'cli/headers.ts',
  'index.html',
  'headless.html',
  'vite.config.ts',
  'package-lock.json',
];
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.wasm', '.txt']);

/** Builds the production app into dist/ and puts a gzip copy beside each text file, which the server then sends. */
export async function buildApp(): Promise<void> {
  rmSync(DIST, { recursive: true, force: true });
  await build({ root: PROJECT_ROOT, logLevel: 'warn' });
  for (const path of filesBelow(DIST)) {
    if (COMPRESSIBLE.has(extname(path))) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

/** Builds only when a source is newer than the last build. */
export async function buildAppIfStale(): Promise<void> {
  const built = modified(join(DIST, 'index.html'));
  const newest = Math.max(...SOURCES.flatMap((source) => filesBelow(join(PROJECT_ROOT, source))).map(modified));
  if (newest < built) return;
  process.stderr.write('Building the app…\n');
  await buildApp();
}

function filesBelow(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

/** Milliseconds since 1970; 0 when there is no such file. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

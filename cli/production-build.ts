import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { filesBelow, modified } from './files-below.ts';
import { DIST, MODELS, PROJECT_ROOT } from './paths.ts';
import { publishModels } from './publish-models.ts';

const PUBLIC = join(PROJECT_ROOT, 'public');
const SOURCES = [
  'src',
  'workers',
  'cli/headers.ts',
  'index.html',
  'headless.html',
  'vite.config.ts',
  'package-lock.json',
];
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.wasm', '.txt']);

/**
 * Builds the production app into dist/ and puts a gzip copy beside each text file, which the server then sends. Models are
 * put beside it as they are; see publish-models.ts.
 */
export async function buildApp(): Promise<void> {
  rmSync(DIST, { recursive: true, force: true });
  await build({ root: PROJECT_ROOT, logLevel: 'warn', build: { copyPublicDir: false } });
  for (const path of publicFiles()) {
    const copy = join(DIST, relative(PUBLIC, path));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(path, copy);
  }
  for (const path of filesBelow(DIST)) {
    if (COMPRESSIBLE.has(extname(path))) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
  publishModels();
}

/** Builds only when a source is newer than the last build; models that came or went need no build. */
export async function buildAppIfStale(): Promise<void> {
  const built = modified(join(DIST, 'index.html'));
  const sources = [...SOURCES.flatMap((source) => filesBelow(join(PROJECT_ROOT, source))), ...publicFiles()];
  if (Math.max(...sources.map(modified)) < built) {
    publishModels();
    return;
  }
  process.stderr.write('Building the app…\n');
  await buildApp();
}

/** What is served with the app, models aside. */
function publicFiles(): string[] {
  return filesBelow(PUBLIC).filter((path) => !path.startsWith(`${MODELS}${sep}`));
}

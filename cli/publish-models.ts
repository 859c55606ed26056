import { copyFileSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { INDEX_FILE } from '../src/models/model-index.ts';
import { filesBelow, modified } from './files-below.ts';
import { indexModels } from './model-index.ts';
import { DIST, MODELS } from './paths.ts';

const PUBLISHED = join(DIST, 'models');

/**
 * Puts the models of public/models, and their index, into the built app, unless they are there already. They are linked, not
 * copied: a model takes gigabytes, and the app is built more often than models change.
 */
export function publishModels(): void {
  const index = indexModels(MODELS);
  const text = JSON.stringify(index);
  const indexFile = join(PUBLISHED, INDEX_FILE);
  const newest = Math.max(0, ...filesBelow(MODELS).map(modified));
  if (newest < modified(indexFile) && readFileSync(indexFile, 'utf8') === text) return;
  rmSync(PUBLISHED, { recursive: true, force: true });
  mkdirSync(PUBLISHED, { recursive: true });
  for (const { folder, files } of index.models) {
    for (const { path } of files) linkOrCopy(join(MODELS, folder, path), join(PUBLISHED, folder, path));
  }
  writeFileSync(indexFile, text);
}

function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    // What a symbolic link points at, since a link to the link itself would be relative to another folder.
    linkSync(realpathSync(from), to);
  } catch {
    // Another disk, or a file system without links.
    copyFileSync(from, to);
  }
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ModelIndex } from '../src/models/model-index.ts';
import { filesBelow } from './files-below.ts';

/** What a download leaves behind that has not ended yet. */
export const PARTIAL_SUFFIX = '.part';

/** Lists the models in a folder: each sub-folder that holds a config.json. Empty when there is no such folder. */
export function indexModels(folder: string): ModelIndex {
  if (!existsSync(folder)) return { models: [] };
  const models = readdirSync(folder)
    .sort()
    .filter((name) => !name.startsWith('.') && existsSync(join(folder, name, 'config.json')))
    .map((name) => ({ folder: name, files: filesOf(join(folder, name)) }));
  return { models };
}

function filesOf(folder: string) {
  return filesBelow(folder)
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: statSync(path).size }))
    .filter(({ path }) => !path.split('/').some((name) => name.startsWith('.')) && !path.endsWith(PARTIAL_SUFFIX));
}

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../cli/paths.ts';
import { buildCheckpoint } from './build-checkpoint.ts';
import { PRESETS, type Preset } from './presets.ts';
import type { Dtype } from './spec.ts';

/** Where built checkpoints are kept, a folder each by the preset's name. */
export const CHECKPOINT_CACHE = join(PROJECT_ROOT, 'node_modules/.cache/loupe/models');

const SCRATCH = '.building';

const STALE_MS = 60 * 60 * 1000;

export interface EnsureOptions {
  /** Precisions that are needed; default: all. */
  dtypes?: readonly Dtype[];
  /** Folder that holds the checkpoints' folders. */
  cache?: string;
}

/**
 * Makes sure that a preset's checkpoint is there as this version of the builder writes it, and gives its folder.
 *
 * What is being built lies elsewhere until it is whole, and a precision's stamp is written after its files: a build that was
 * interrupted is made again. Two processes may do the same at once; both move the same bytes to the same place.
 */
export function ensureCheckpoint(preset: Preset, options: EnsureOptions = {}): string {
  const { dtypes = ['fp32', 'q4', 'q8'], cache = CHECKPOINT_CACHE } = options;
  const folder = join(cache, preset);
  const hash = fingerprint(preset);
  const stampOf = (dtype: Dtype): string => join(folder, `.built-${dtype}`);
  const isBuilt = (dtype: Dtype): boolean =>
    existsSync(stampOf(dtype)) && readFileSync(stampOf(dtype), 'utf8') === hash;
  const missing = dtypes.filter((dtype) => !isBuilt(dtype));
  if (missing.length === 0) return folder;
  removeAbandoned(join(cache, SCRATCH));
  mkdirSync(join(cache, SCRATCH), { recursive: true });
  const scratch = mkdtempSync(join(cache, SCRATCH, `${preset}-`));
  try {
    buildCheckpoint(PRESETS[preset], scratch, missing);
    for (const file of filesBelow(scratch)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      renameSync(join(scratch, file), join(folder, file));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  for (const dtype of missing) writeFileSync(stampOf(dtype), hash);
  return folder;
}

/** Depends on whatever decides the files' bytes: the builder's source and the spec. */
function fingerprint(preset: Preset): string {
  const hash = createHash('sha256').update(JSON.stringify(PRESETS[preset]));
  for (const file of filesBelow(import.meta.dirname))
    hash.update(file).update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

/** What processes left behind that were killed while they built. */
function removeAbandoned(scratch: string): void {
  if (!existsSync(scratch)) return;
  for (const name of readdirSync(scratch)) {
    const folder = join(scratch, name);
    if (Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE_MS) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_FILE, type ModelCard, modelCardSchema } from '../src/models/model-card.ts';

/** SHA-256 of a file, in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * The card in a model's folder; an empty one where there is none.
 * @throws Error that says so in a sentence when it cannot be read
 */
export function readCard(folder: string): ModelCard {
  const path = join(folder, CARD_FILE);
  if (!existsSync(path)) return {};
  try {
    return modelCardSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Error(`${path} cannot be read. Mend it or delete it.`);
  }
}

export function writeCard(folder: string, card: ModelCard): void {
  writeFileSync(join(folder, CARD_FILE), `${JSON.stringify(card, null, 2)}\n`);
}

export interface Verification {
  /** Files that are as they were recorded. */
  intact: string[];
  changed: string[];
  missing: string[];
}

/** Compares the files in a model's folder with the hashes on its card. */
export async function verifyModel(folder: string): Promise<Verification> {
  const result: Verification = { intact: [], changed: [], missing: [] };
  for (const [path, recorded] of Object.entries(readCard(folder).sha256 ?? {})) {
    const file = join(folder, path);
    if (!existsSync(file)) result.missing.push(path);
    else if ((await hashFile(file)) === recorded) result.intact.push(path);
    else result.changed.push(path);
  }
  return result;
}

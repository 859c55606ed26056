import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow } from '../../cli/files-below.ts';
import { PROJECT_ROOT } from '../../cli/paths.ts';
import { openToolPage, type ToolPage } from '../../cli/tool-page.ts';
import type { LookedAt, PlainLookedAt } from './look/api.ts';

// What the detectors find in clips, kept on the disk: looking takes a second a clip, tuning reads them over and over.

const CACHE = join(PROJECT_ROOT, 'node_modules/.cache/loupe/detected');
const LONGEST_MILLISECONDS = 180_000;

/** What the findings depend on. */
const MAKERS = [
  ...['objects', 'poses', 'runtime', 'weights'].flatMap((folder) =>
    filesBelow(join(PROJECT_ROOT, 'src/detectors', folder)),
  ),
  join(PROJECT_ROOT, 'src/detectors/input-size.ts'),
  join(PROJECT_ROOT, 'src/judges/detected/look.ts'),
].sort();

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 24);
}

/** Where the findings of these detectors are kept. */
export const cacheFolder = (): string => join(CACHE, hashOf(MAKERS));

/**
 * Looks at each clip with the detectors, unless these detectors have seen it before.
 * @returns by path; a clip that cannot be read is left out, with a line on the terminal
 */
export async function lookAtClips(paths: readonly string[]): Promise<Map<string, LookedAt>> {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  const found = new Map<string, LookedAt>();
  let tool: ToolPage | null = null;
  try {
    for (const path of paths) {
      const file = join(folder, `${hashOf([path])}.json`);
      if (!existsSync(file)) {
        tool ??= await openToolPage('training/detected/look/index.html');
        const looked = await lookAtClip(tool, path);
        if (looked === null) continue;
        writeFileSync(`${file}.part`, JSON.stringify(looked));
        renameSync(`${file}.part`, file);
      }
      // Written above.
      found.set(path, revived(JSON.parse(readFileSync(file, 'utf8')) as PlainLookedAt));
    }
  } finally {
    await tool?.close();
  }
  return found;
}

function revived(look: PlainLookedAt): LookedAt {
  const frames = look.frames.map((frame) => ({ ...frame, bestScores: Float32Array.from(frame.bestScores) }));
  return { ...look, frames };
}

async function lookAtClip({ page }: ToolPage, path: string): Promise<PlainLookedAt | null> {
  page.setDefaultTimeout(LONGEST_MILLISECONDS);
  await page.setInputFiles('#clip', path);
  try {
    const looked = await page.evaluate(() => window.lookAt?.());
    if (looked === undefined) throw new Error('the page has no detectors');
    process.stderr.write(`${basename(path)}: ${looked.frames.length} frames in ${looked.seconds.toFixed(1)} s\n`);
    return looked;
  } catch (reason) {
    process.stderr.write(`${basename(path)}: ${reason instanceof Error ? reason.message : String(reason)}\n`);
    return null;
  }
}

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { filesBelow } from '../../../../cli/files-below.ts';
import { UsageError } from '../../../../cli/usage.ts';
import { decodeFile, probeVideo } from './ffmpeg.ts';
import type { RawClip } from './raw-clip.ts';

/** What made a clip: a camera, or a generator. */
export type Origin = 'camera' | 'generated';

/** A clean clip that damaged ones are made from. */
export interface Source {
  path: string;
  origin: Origin;
  /** Where in the file it starts, in seconds. */
  start: number;
  /** Unique among the sources of a run. */
  name: string;
  /** Hash of the file and the start: what is made from the source is kept under it. */
  hash: string;
}

const VIDEO = new Set(['.mp4', '.mov', '.webm', '.mkv', '.gif', '.avi', '.ts']);
/** Longest clip, longest edge and highest frame rate that the bench works with, and the shortest clip that it takes. */
const LONGEST_SECONDS = 3;
const LONGEST_EDGE = 640;
const HIGHEST_RATE = 30;
const LEAST_SECONDS = 1.8;
const LEAST_FRAMES = 20;

/**
 * Reads what was named: video files, folders of them, and tables (CSV with the columns file, origin and optionally start; paths
 * from the table's folder). What no table tells to be generated counts as camera footage.
 * @throws UsageError when something is not there or says what it cannot
 */
export function findSources(named: readonly string[]): Source[] {
  const found = named.flatMap((path) => {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new UsageError(`There is no ${path}.`);
    if (extname(path) === '.csv') return readTable(path);
    return videosBelow(path).map((file) => ({ path: file, origin: 'camera' as const, start: 0 }));
  });
  const sources = found.map(({ path, origin, start }) => {
    const hash = createHash('sha256').update(readFileSync(path)).update(`@${start}`).digest('hex');
    const name = basename(path, extname(path)) + (start === 0 ? '' : `@${start}`);
    return { path, origin, start, name, hash };
  });
  const unique = new Map(sources.map((source) => [source.hash, source]));
  const names = new Set<string>();
  return [...unique.values()].map((source) => {
    const name = names.has(source.name) ? `${source.name}-${source.hash.slice(0, 6)}` : source.name;
    names.add(name);
    return { ...source, name };
  });
}

/** Video files below a folder, or the one file. */
export function videosBelow(path: string): string[] {
  return filesBelow(path)
    .filter((file) => VIDEO.has(extname(file).toLowerCase()))
    .sort();
}

function readTable(path: string): Pick<Source, 'path' | 'origin' | 'start'>[] {
  // Columns of a table are texts; which there are is checked below.
  const rows = parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true }) as Partial<
    Record<'file' | 'origin' | 'start', string>
  >[];
  return rows.map(({ file = '', origin = '', start = '' }) => {
    const full = resolve(dirname(path), file);
    if (statSync(full, { throwIfNoEntry: false })?.isFile() !== true)
      throw new UsageError(`${path} names ${file}, which is not there.`);
    if (origin !== 'camera' && origin !== 'generated')
      throw new UsageError(`${path}: the origin of ${file} is "${origin}", neither camera nor generated.`);
    return { path: full, origin, start: Number(start) };
  });
}

/** Smooths away the grain of a palette, which is in the file and was never in the scene. */
const UNDITHER = 'hqdn3d=2.5:2:3:2.5';

/**
 * Decodes a source as the benches work with it: at most 3 s, 640 px and 30 frames per second, upright, square pixels, even size.
 * @throws Error when it is too short to hold a window
 */
export async function loadSource(source: Source): Promise<RawClip> {
  const clip = await decodeSource(source);
  if (clip.frames.length < Math.max(LEAST_FRAMES, LEAST_SECONDS * clip.rate))
    throw new Error(`${source.path} is too short: ${clip.frames.length} frames.`);
  return clip;
}

/** The same, however short it is. */
export async function decodeSource(source: Source): Promise<RawClip> {
  const { codec, width, height, rate } = probeVideo(source.path);
  const shrink = Math.min(1, LONGEST_EDGE / Math.max(width, height));
  const even = (edge: number): number => 2 * Math.max(1, Math.round((edge * shrink) / 2));
  const shape = { width: even(width), height: even(height), rate: Math.min(HIGHEST_RATE, rate), frames: [] };
  const filter = [
    ...(codec === 'gif' ? [UNDITHER] : []),
    `fps=${shape.rate}`,
    `scale=${shape.width}:${shape.height}:flags=area`,
    'setsar=1',
  ].join(',');
  const before = ['-ss', String(source.start), '-t', String(LONGEST_SECONDS)];
  return await decodeFile(source.path, before, filter, shape);
}

/**
 * A source in the size of another clip, cropped to its shape. Its frames are shown at the other's rate, one each: brought to that
 * rate in time, a slower clip would repeat frames, which is another defect.
 */
export async function loadInSize(source: Source, { width, height, rate }: RawClip): Promise<RawClip> {
  const fill = `scale=${width}:${height}:force_original_aspect_ratio=increase:flags=area,crop=${width}:${height}`;
  const before = ['-ss', String(source.start), '-t', String(LONGEST_SECONDS)];
  return await decodeFile(source.path, before, `${fill},setsar=1`, { width, height, rate, frames: [] });
}

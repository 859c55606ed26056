import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { decodeFile, probeVideo } from '../../../test/bench/defects/make/ffmpeg.ts';
import type { RawClip } from '../../../test/bench/defects/make/raw-clip.ts';

/** Long edge to which photographs are brought, in pixels: a camera has room to move, and its pixels are sharp. */
const LONG_EDGE = 1152;

const rowSchema = z.object({ package: z.string().min(1), path: z.string().min(1), licence: z.string().min(1) });

export interface Photograph {
  name: string;
  path: string;
}

/**
 * The photographs of photographs.csv.
 * @param folder holds each package unpacked in a folder of its name
 */
export function listPhotographs(folder: string): Photograph[] {
  const table = readFileSync(new URL('../photographs.csv', import.meta.url));
  const rows = z.array(rowSchema).parse(parse(table, { columns: true, skip_empty_lines: true }));
  return rows.map((row) => ({ name: `${row.package}/${row.path}`, path: join(folder, row.package, row.path) }));
}

/** Decodes a photograph as a clip of one frame. */
export async function loadPhotograph({ path }: Photograph): Promise<RawClip> {
  const { width, height } = probeVideo(path);
  const scale = LONG_EDGE / Math.max(width, height);
  const even = (edge: number): number => 2 * Math.round((edge * scale) / 2);
  const shape = { width: even(width), height: even(height), rate: 1, frames: [] };
  return await decodeFile(path, [], `scale=${shape.width}:${shape.height}:flags=area`, shape);
}

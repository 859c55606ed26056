import { behind, ChunkReader, type Span } from './riff.ts';

/** Where the parts of an AVI file lie. */
export interface AviLayout {
  /** Content of the header list. */
  header: Span | null;
  /** Contents of the lists of frames; one, or one for each gigabyte or so. */
  movis: readonly Span[];
  /** The index of the first list of frames. */
  index: Span | null;
}

/** More parts than any ordinary file has at its top level. */
const MAX_PARTS = 10_000;

/**
 * Finds the parts of an AVI file without reading them (Microsoft, AVI RIFF File Reference; Matrox, OpenDML AVI File
 * Format Extensions 1.02). Parts may reach past the end of the file; a list of frames ends with the file at the latest.
 */
export async function readLayout(file: Blob): Promise<AviLayout> {
  const reader = new ChunkReader(file);
  const movis: Span[] = [];
  let header: Span | null = null;
  let index: Span | null = null;
  let at = 0;
  for (let i = 0; i < MAX_PARTS; i++) {
    const chunk = await reader.at(at);
    if (!chunk) break;
    at = behind(chunk);
    const span = { start: chunk.start, end: chunk.start + chunk.size };
    if (chunk.id === 'RIFF') {
      // Its parts are looked at as parts of the file, so that a wrong length does no harm.
      at = chunk.start + 4;
    } else if (chunk.id === 'LIST') {
      const type = await reader.name(chunk.start);
      const content = { start: span.start + 4, end: span.end };
      if (type === 'hdrl') header ??= content;
      // A recording that was broken off leaves the length 0.
      if (type === 'movi') movis.push({ ...content, end: chunk.size <= 4 ? file.size : Math.min(span.end, file.size) });
    } else if (chunk.id === 'idx1') {
      index ??= span;
    } else if (!/^[ -~]{4}$/.test(chunk.id)) break;
    if (movis.at(-1)?.end === file.size) break;
  }
  return { header, movis, index };
}

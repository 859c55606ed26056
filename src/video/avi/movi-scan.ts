import { SCAN_SECONDS } from '../budget.ts';
import { viewOf } from '../view-of.ts';
import { type FoundChunks, type FrameChunk, isFrameId } from './frame-chunk.ts';
import { behind, type Chunk, ChunkReader, type Span } from './riff.ts';

/** Names of chunks within a list of frames: pictures, palettes, sound, text, indexes, padding, lists. */
const KNOWN_ID = /^(\d\d(d[bc]|pc|wb|tx)|ix\d\d|JUNK|LIST|idx1|RIFF)$/;

/**
 * Finds the frames of a stream without an index, from chunk to chunk. Where the chain is broken it is taken up again at
 * the next place that looks like a chunk. Gives up after a few seconds.
 */
export async function scanMovis(file: Blob, movis: readonly Span[], stream: number): Promise<FoundChunks> {
  const reader = new ChunkReader(file);
  const deadline = performance.now() + SCAN_SECONDS * 1000;
  const chunks: FrameChunk[] = [];
  let damaged = false;
  let cut = false;
  for (const { start, end } of movis) {
    for (let at = start; at + 8 <= end; ) {
      if (performance.now() > deadline) return { chunks, complete: false, damaged, cut };
      const chunk = await reader.at(at);
      if (!chunk) break;
      if (chunk.id === 'LIST' || chunk.id === 'RIFF') {
        // Frames may be grouped in lists, `rec `; what matters is what is in them.
        at = chunk.start + 4;
        continue;
      }
      if (!fits(chunk, end)) {
        const next: number | null = await resume(file, reader, { start: at + 1, end }, deadline);
        if (next === null && end === file.size && KNOWN_ID.test(chunk.id)) cut = true;
        else damaged = true;
        if (next === null) break;
        at = next;
        continue;
      }
      if (isFrameId(chunk.id, stream)) chunks.push({ start: chunk.start, size: chunk.size, key: null });
      at = behind(chunk);
    }
  }
  return { chunks, complete: true, damaged, cut };
}

const fits = ({ id, start, size }: Chunk, end: number): boolean => KNOWN_ID.test(id) && start + size <= end;

const SEARCH_BYTES = 64 * 1024;

/** The next place where a chunk stands whole and another one, or the end, comes behind it. */
async function resume(file: Blob, reader: ChunkReader, { start, end }: Span, deadline: number): Promise<number | null> {
  for (let at = start; at + 8 <= end && performance.now() < deadline; at += SEARCH_BYTES) {
    const window = await viewOf(file, at, Math.min(SEARCH_BYTES + 3, end - at));
    const text = new TextDecoder('latin1').decode(window);
    for (const { index } of text.matchAll(/\d\d(?:d[bc]|wb)|LIST/g)) {
      const chunk = await reader.at(at + index);
      if (!chunk || !fits(chunk, end)) continue;
      const next = behind(chunk);
      if (next >= end || KNOWN_ID.test((await reader.name(next)) ?? '')) return at + index;
    }
  }
  return null;
}

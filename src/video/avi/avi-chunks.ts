import { viewOf } from '../view-of.ts';
import type { AviStream } from './avi-header.ts';
import type { AviLayout } from './avi-layout.ts';
import { type FoundChunks, type FrameChunk, isFrameId } from './frame-chunk.ts';
import { readIdx1 } from './idx1.ts';
import { scanMovis } from './movi-scan.ts';
import { readOpenDmlIndex } from './open-dml-index.ts';
import { ChunkReader } from './riff.ts';

/** The chunks of a video stream by OpenDML's index, by the plain one, or by a walk through the file. */
export async function findChunks(file: Blob, layout: AviLayout, stream: AviStream): Promise<FoundChunks> {
  const indexed = await fromIndex(file, layout, stream);
  if (indexed && indexed.length >= stream.length) return foundByIndex(file, indexed);
  const scanned = await scanMovis(file, layout.movis, stream.number);
  // Some writers announce more frames than they store.
  return indexed && indexed.length >= scanned.chunks.length ? foundByIndex(file, indexed) : scanned;
}

function foundByIndex(file: Blob, indexed: readonly FrameChunk[]): FoundChunks {
  const chunks = indexed.filter(({ start, size }) => start + size <= file.size);
  return { chunks, complete: true, damaged: false, cut: chunks.length < indexed.length };
}

async function fromIndex(file: Blob, layout: AviLayout, stream: AviStream): Promise<FrameChunk[] | null> {
  const openDml = stream.index && (await readOpenDmlIndex(file, stream.index));
  if (openDml && (await agrees(file, openDml, stream.number))) return openDml;
  const [movi] = layout.movis;
  if (!layout.index || !movi || layout.movis.length > 1 || layout.index.end > file.size) return null;
  const entries = await viewOf(file, layout.index.start, layout.index.end - layout.index.start);
  // Offsets count from the list's type, or, by the writers that took it differently, from the start of the file.
  for (const base of [movi.start - 4, 0]) {
    const chunks = readIdx1(entries, base, stream.number);
    if (await agrees(file, chunks, stream.number)) return chunks;
  }
  return null;
}

/** Entries of an index that are held against the file. */
const CHECKED_ENTRIES = 16;

/** Whether an index leads to chunks of the stream, as far as the file goes. */
async function agrees(file: Blob, chunks: readonly FrameChunk[], stream: number): Promise<boolean> {
  if (chunks.length === 0) return false;
  const reader = new ChunkReader(file);
  for (let k = 0; k < CHECKED_ENTRIES; k++) {
    const entry = chunks[Math.round((k * (chunks.length - 1)) / (CHECKED_ENTRIES - 1))];
    if (!entry || entry.start > file.size) continue;
    const found = await reader.at(entry.start - 8);
    if (!found || !isFrameId(found.id, stream) || found.size !== entry.size) return false;
  }
  return true;
}

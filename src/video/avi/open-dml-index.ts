import { viewOf } from '../view-of.ts';
import type { FrameChunk } from './frame-chunk.ts';

/** Bytes before the entries. */
const HEADER_BYTES = 24;

const INDEX_OF_INDEXES = 0;
const INDEX_OF_CHUNKS = 1;

/** Of the length of an entry of an index of chunks; set where the frame is no key frame. */
const NOT_KEY = 0x80000000;

/**
 * The frames of a stream by the index in its header, which for a large file leads to further ones among the frames
 * (Matrox, OpenDML AVI File Format Extensions 1.02, section 4).
 *
 * @returns Null when it is damaged, or leads past the end of the file.
 */
export async function readOpenDmlIndex(file: Blob, index: DataView<ArrayBuffer>): Promise<FrameChunk[] | null> {
  const head = readHead(index);
  if (!head) return null;
  if (head.type === INDEX_OF_CHUNKS) return readChunks(index);
  if (head.type !== INDEX_OF_INDEXES) return null;
  const chunks: FrameChunk[] = [];
  for (const at of entriesOf(head)) {
    const start = Number(index.getBigUint64(at, true));
    const size = index.getUint32(at + 8, true);
    // The entry leads to the header of the chunk, 8 bytes long.
    const leaf = await viewOf(file, start + 8, Math.max(0, size - 8));
    const found = readChunks(leaf);
    if (!found) return null;
    for (const chunk of found) chunks.push(chunk);
  }
  return chunks;
}

interface Head {
  type: number;
  entryBytes: number;
  entries: number;
}

/** Null where not all entries are there. */
function readHead(index: DataView): Head | null {
  if (index.byteLength < HEADER_BYTES) return null;
  const head = {
    type: index.getUint8(3),
    entryBytes: 4 * index.getUint16(0, true),
    entries: index.getUint32(4, true),
  };
  const least = head.type === INDEX_OF_INDEXES ? 16 : 8;
  return head.entryBytes >= least && HEADER_BYTES + head.entries * head.entryBytes <= index.byteLength ? head : null;
}

function* entriesOf({ entries, entryBytes }: Head): Generator<number> {
  for (let i = 0; i < entries; i++) yield HEADER_BYTES + i * entryBytes;
}

function readChunks(index: DataView): FrameChunk[] | null {
  const head = readHead(index);
  if (head?.type !== INDEX_OF_CHUNKS) return null;
  const base = Number(index.getBigUint64(12, true));
  return Array.from(entriesOf(head), (at) => {
    const size = index.getUint32(at + 4, true);
    return { start: base + index.getUint32(at, true), size: size & ~NOT_KEY, key: (size & NOT_KEY) === 0 };
  });
}

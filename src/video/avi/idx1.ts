import { fourCharacters } from '../view-of.ts';
import { type FrameChunk, isFrameId } from './frame-chunk.ts';

const ENTRY_BYTES = 16;
const KEY_FRAME = 0x10;

/**
 * The frames of a stream by the plain index, `idx1` (Microsoft, AVI RIFF File Reference, AVIOLDINDEX).
 *
 * @param base - What the offsets count from.
 */
export function readIdx1(entries: DataView, base: number, stream: number): FrameChunk[] {
  const chunks: FrameChunk[] = [];
  for (let at = 0; at + ENTRY_BYTES <= entries.byteLength; at += ENTRY_BYTES) {
    if (!isFrameId(fourCharacters(entries, at), stream)) continue;
    chunks.push({
      start: base + entries.getUint32(at + 8, true) + 8,
      size: entries.getUint32(at + 12, true),
      key: (entries.getUint32(at + 4, true) & KEY_FRAME) !== 0,
    });
  }
  return chunks;
}

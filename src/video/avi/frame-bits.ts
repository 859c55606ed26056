import { isVp8Shown, isVpxKeyFrame } from '../vp8-vp9-bits.ts';
import type { StreamCodec } from './avi-codec.ts';
import { hasKeyPicture } from './h264-nal.ts';

/** What the first bytes of a frame say. */
export interface FrameBits {
  /** Decoding can start with it. */
  key: boolean;
  /** VP8 has frames that only serve as references. */
  shown: boolean;
}

/** Bytes of a frame that are looked at: parameter sets and comments stand before an H.264 picture. */
export const LOOKED_AT_BYTES: Record<StreamCodec, number> = { avc: 4096, vp8: 3, vp9: 3, av1: 64 };

export function frameBits(codec: StreamCodec, data: Uint8Array, lengthPrefix: number | null): FrameBits {
  if (codec === 'avc') return { key: hasKeyPicture(data, lengthPrefix), shown: true };
  if (codec === 'av1') return { key: hasSequenceHeader(data), shown: true };
  return { key: isVpxKeyFrame(codec, data), shown: codec === 'vp9' || isVp8Shown(data) };
}

const SEQUENCE_HEADER = 1;

/** Whether an AV1 temporal unit carries a sequence header, as those do that start anew (AV1 specification, section 5.3). */
function hasSequenceHeader(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; ) {
    const header = data[at] ?? 0;
    if (((header >> 3) & 15) === SEQUENCE_HEADER) return true;
    const hasExtension = (header & 4) !== 0;
    const hasSize = (header & 2) !== 0;
    if (!hasSize) return false;
    at += hasExtension ? 2 : 1;
    let size = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = data[at++] ?? 0;
      size += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    at += size;
  }
  return false;
}

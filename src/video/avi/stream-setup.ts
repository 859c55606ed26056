import type { StreamCodec } from './avi-codec.ts';
import type { BitmapFormat } from './bitmap-format.ts';
import { avcCodecString, readAvcRecord } from './h264-nal.ts';

/** How the browser's video decoder is set up for a stream. */
export interface StreamSetup {
  config: VideoDecoderConfig;
  /** The codec string where the file says all of it. */
  codecString: string | null;
  /** Whether frames may come out in another order than they are stored in. */
  reorders: boolean;
  /** Bytes of the length in front of H.264's units; null for start codes. */
  lengthPrefix: number | null;
  /** A key picture with what it needs to be decoded on its own. */
  complete: (data: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

/** @param first - The first picture of the stream. */
export function streamSetup(codec: StreamCodec, format: BitmapFormat, first: Uint8Array<ArrayBuffer>): StreamSetup {
  const size = { codedWidth: format.width, codedHeight: format.height };
  const plain = { reorders: false, lengthPrefix: null, codecString: null, complete: asItIs };
  if (codec === 'vp8') return { ...plain, codecString: 'vp8', config: { codec: 'vp8', ...size } };
  if (codec === 'vp9') return { ...plain, config: { codec: vp9String(first), ...size } };
  // The decoder reads profile and depth from the stream.
  if (codec === 'av1') return { ...plain, config: { codec: 'av01.0.13M.08', ...size } };
  return avcSetup(format.extra, size, first);
}

/** What H.264 without any parameter set is tried as: High profile, level 5.1. */
const USUAL_AVC = 'avc1.640033';

function avcSetup(
  extra: Uint8Array<ArrayBuffer>,
  size: { codedWidth: number; codedHeight: number },
  first: Uint8Array<ArrayBuffer>,
): StreamSetup {
  const record = readAvcRecord(extra);
  if (record && avcCodecString(first) === null) {
    const { codecString, lengthPrefix } = record;
    const config = { codec: codecString, description: extra, ...size };
    return { config, codecString, reorders: true, lengthPrefix, complete: asItIs };
  }
  const inFront = avcCodecString(extra) === null ? null : extra;
  const codecString = avcCodecString(first) ?? avcCodecString(extra);
  return {
    config: { codec: codecString ?? USUAL_AVC, ...size },
    codecString,
    reorders: true,
    lengthPrefix: null,
    // Some writers store the parameter sets behind the bitmap header alone.
    complete: (data) => (inFront && avcCodecString(data) === null ? joined(inFront, data) : data),
  };
}

const asItIs = (data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => data;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Level 5.1, with the profile of the stream; profiles 2 and 3 have 10 bits unless the key frame says 12. */
function vp9String(first: Uint8Array): string {
  const bits = first[0] ?? 0;
  // From the top: marker (2 bits), profile low, profile high (VP9 bitstream specification, section 6.2).
  const profile = ((bits >> 5) & 1) + 2 * ((bits >> 4) & 1);
  return `vp09.0${profile}.51.${profile >= 2 ? '10' : '08'}`;
}

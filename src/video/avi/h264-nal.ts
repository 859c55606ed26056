const IDR_PICTURE = 5;
const SEQUENCE_PARAMETERS = 7;

/** Whether a frame has a slice of an IDR picture: the only sort that decoding can start with for certain. */
export function hasKeyPicture(data: Uint8Array, lengthPrefix: number | null): boolean {
  for (const at of nalUnits(data, lengthPrefix)) if (typeOf(data, at) === IDR_PICTURE) return true;
  return false;
}

/** The codec string ("avc1.64001f") by the first sequence parameter set; null where there is none. */
export function avcCodecString(data: Uint8Array): string | null {
  for (const at of nalUnits(data, null)) {
    if (typeOf(data, at) === SEQUENCE_PARAMETERS && at + 4 <= data.length) return profileString(data.subarray(at + 1));
  }
  return null;
}

/** An avcC record (ISO/IEC 14496-15, section 5.3.3), which some writers put behind the bitmap header. */
export function readAvcRecord(extra: Uint8Array): { codecString: string; lengthPrefix: number } | null {
  if (extra.length < 7 || extra[0] !== 1) return null;
  return { codecString: profileString(extra.subarray(1)), lengthPrefix: ((extra[4] ?? 0) & 3) + 1 };
}

/** Profile, constraints and level, two hex digits each (RFC 6381). */
const profileString = (bytes: Uint8Array): string =>
  `avc1.${Array.from(bytes.subarray(0, 3), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

const typeOf = (data: Uint8Array, at: number): number => (data[at] ?? 0) & 31;

/**
 * Places of the NAL units (ITU-T H.264, annex B, and ISO/IEC 14496-15, section 5.3.4).
 *
 * @param lengthPrefix - Bytes of the length in front of each; null for start codes.
 */
function* nalUnits(data: Uint8Array, lengthPrefix: number | null): Generator<number> {
  if (lengthPrefix === null) {
    for (let i = 0; i + 3 < data.length; i++) {
      if (data[i] === 0 && data[i + 1] === 0 && data[i + 2] === 1) yield i + 3;
    }
    return;
  }
  for (let at = 0; at + lengthPrefix < data.length; ) {
    let size = 0;
    for (let k = 0; k < lengthPrefix; k++) size = size * 256 + (data[at + k] ?? 0);
    yield at + lengthPrefix;
    at += lengthPrefix + size;
  }
}

/**
 * Whether a file stops before the end that its own structure announces. A top-level box of MP4 or MOV, the
 * segment of WebM or MKV, or the chunk of a RIFF file reaches past its end. Other formats do not say, and give false.
 */
export async function endsEarly(file: Blob): Promise<boolean> {
  const head = await read(file, 0, 12);
  if (head.byteLength < 12) return false;
  if (fourCharacters(head, 0) === 'RIFF') return 8 + head.getUint32(4, true) > file.size;
  if (head.getUint32(0) === EBML) return segmentEndsEarly(file);
  return BOX_TYPES.has(fourCharacters(head, 4)) && boxesEndEarly(file);
}

/** Top-level boxes that may open an ISO base media file (ISO/IEC 14496-12, QuickTime). */
const BOX_TYPES = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp', 'sidx']);

/** More top-level boxes than any ordinary file has; a fragmented one that has more is not followed to its end. */
const MAX_BOXES = 20_000;

async function boxesEndEarly(file: Blob): Promise<boolean> {
  let at = 0;
  for (let i = 0; i < MAX_BOXES && at < file.size; i++) {
    const header = await read(file, at, 16);
    if (header.byteLength < 8) return true;
    const size = boxSize(header);
    // 0 means "to the end of the file"; other sizes below that of the header are damage, not an early end.
    if (size === null || size < 8) return false;
    at += size;
  }
  return at > file.size;
}

function boxSize(header: DataView): number | null {
  const size = header.getUint32(0);
  if (size !== 1) return size === 0 ? null : size;
  return header.byteLength < 16 ? null : Number(header.getBigUint64(8));
}

/** Ids of the header and of the segment, the two top-level elements of Matroska (RFC 8794, RFC 9559). */
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;

async function segmentEndsEarly(file: Blob): Promise<boolean> {
  const header = sizeAt(await read(file, 0, 12), 4);
  if (!header?.value) return false;
  const start = 4 + header.length + header.value;
  const segment = await read(file, start, 12);
  if (segment.byteLength < 12) return true;
  const size = segment.getUint32(0) === SEGMENT ? sizeAt(segment, 4) : null;
  return !!size?.value && start + 4 + size.length + size.value > file.size;
}

/** A variable-length size: leading zero bits say how many bytes follow. Null value: unknown, all bits set. */
function sizeAt(view: DataView, at: number): { value: number | null; length: number } | null {
  const first = view.getUint8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8) return null;
  let value = first & (0xff >> length);
  let unknown = value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    const byte = view.getUint8(at + i);
    unknown &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: unknown ? null : value, length };
}

const read = async (file: Blob, start: number, length: number): Promise<DataView> =>
  new DataView(await file.slice(start, start + length).arrayBuffer());

const fourCharacters = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

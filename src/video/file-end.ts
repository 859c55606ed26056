import { EBML_HEADER, segmentEndsEarly } from './matroska-end.ts';
import { fourCharacters, viewOf } from './view-of.ts';

/**
 * Whether a file stops before the end that its own structure announces. A top-level box of MP4 or MOV, the
 * segment of WebM or MKV, or a top-level chunk of a RIFF file reaches past its end; a GIF lacks its closing byte. Other formats
 * do not say, and give false.
 */
export async function endsEarly(file: Blob): Promise<boolean> {
  const head = await viewOf(file, 0, 12);
  if (head.byteLength < 12) return false;
  if (fourCharacters(head, 0) === 'RIFF') return riffEndsEarly(file);
  if (fourCharacters(head, 0) === 'GIF8') return (await viewOf(file, file.size - 1, 1)).getUint8(0) !== GIF_TRAILER;
  if (head.getUint32(0) === EBML_HEADER) return segmentEndsEarly(file);
  return BOX_TYPES.has(fourCharacters(head, 4)) && boxesEndEarly(file);
}

const GIF_TRAILER = 0x3b;

/** A RIFF file is one chunk; a large AVI goes on in further ones (OpenDML AVI File Format Extensions 1.02, section 3). */
async function riffEndsEarly(file: Blob): Promise<boolean> {
  let at = 0;
  for (let i = 0; i < MAX_BOXES && at < file.size; i++) {
    const header = await viewOf(file, at, 8);
    if (header.byteLength < 8 || fourCharacters(header, 0) !== 'RIFF') return false;
    const size = header.getUint32(4, true);
    // Left by writers that could not go back to fill it in.
    if (size === 0xffffffff) return false;
    at += 8 + size;
    if (at > file.size) return true;
    at += size & 1;
  }
  return false;
}

/** Top-level boxes that may open an ISO base media file (ISO/IEC 14496-12, QuickTime). */
const BOX_TYPES = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp', 'sidx']);

/** More top-level boxes than any ordinary file has; a fragmented one that has more is not followed to its end. */
const MAX_BOXES = 20_000;

async function boxesEndEarly(file: Blob): Promise<boolean> {
  let at = 0;
  for (let i = 0; i < MAX_BOXES && at < file.size; i++) {
    const header = await viewOf(file, at, 16);
    if (header.byteLength < 8) return true;
    const size = boxSize(header);
    // 0 means "to the end of the file"; other sizes below that of the header, and strange types, are damage.
    if (size === null || size < 8 || !/^[ -~\xa9]{4}$/.test(fourCharacters(header, 4))) return false;
    at += size;
  }
  return at > file.size;
}

function boxSize(header: DataView): number | null {
  const size = header.getUint32(0);
  if (size !== 1) return size === 0 ? null : size;
  return header.byteLength < 16 ? null : Number(header.getBigUint64(8));
}

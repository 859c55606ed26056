/**
 * Whether a file stops before the end that its own structure announces. Only MP4/MOV (a top-level box reaches past the
 * end of the file) and RIFF are told; other formats do not say, and give false.
 */
export async function endsEarly(file: Blob): Promise<boolean> {
  const head = await read(file, 0, 12);
  if (head.byteLength < 12) return false;
  if (fourCharacters(head, 0) === 'RIFF') return 8 + head.getUint32(4, true) > file.size;
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

const read = async (file: Blob, start: number, length: number): Promise<DataView> =>
  new DataView(await file.slice(start, start + length).arrayBuffer());

const fourCharacters = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

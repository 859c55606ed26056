import { viewOf } from './view-of.ts';

/** Ids of Matroska elements (RFC 8794, RFC 9559). */
export const EBML_HEADER = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;

/** Longest head of an element: an id of 4 bytes and a size of 8. */
const HEAD_BYTES = 12;

/** The head of an element: where its size stands, where its content starts and, unless its size is unknown, ends. */
interface Element {
  id: number;
  sizeAt: number;
  contentAt: number;
  end: number | null;
}

/** Whether the segment of a WebM or MKV file reaches past the end of the file. */
export async function segmentEndsEarly(file: Blob): Promise<boolean> {
  const segment = await findSegment(file);
  return segment !== null && segment.end !== null && segment.end > file.size;
}

/**
 * A WebM or MKV file that is cut off within a cluster, with that cluster closed after its last whole block: demuxers
 * drop a cluster that is not whole, and one may hold many seconds. Other files are given back as they are.
 */
export async function closeLastCluster(file: Blob): Promise<Blob> {
  const segment = await findSegment(file);
  let at = segment?.contentAt ?? file.size;
  while (at < file.size) {
    const element = elementAt(await viewOf(file, at, HEAD_BYTES), 0, at);
    if (!element || element.end === null) return file;
    if (element.end > file.size) return element.id === CLUSTER ? closedAfterLastBlock(file, element) : file;
    at = element.end;
  }
  return file;
}

async function findSegment(file: Blob): Promise<Element | null> {
  const header = elementAt(await viewOf(file, 0, HEAD_BYTES), 0, 0);
  if (header?.id !== EBML_HEADER || header.end === null) return null;
  const segment = elementAt(await viewOf(file, header.end, HEAD_BYTES), 0, header.end);
  return segment?.id === SEGMENT ? segment : null;
}

async function closedAfterLastBlock(file: Blob, { sizeAt, contentAt }: Element): Promise<Blob> {
  const content = await viewOf(file, contentAt, file.size - contentAt);
  let whole = 0;
  for (let child = elementAt(content, 0, 0); child?.end && child.end <= content.byteLength; ) {
    whole = child.end;
    child = elementAt(content, whole, whole);
  }
  return new Blob([
    file.slice(0, sizeAt),
    sizeBytes(whole, contentAt - sizeAt),
    file.slice(contentAt, contentAt + whole),
  ]);
}

/** A size written in a given number of bytes. */
function sizeBytes(size: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let i = length - 1, rest = size; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  bytes[0] = (bytes[0] ?? 0) | (0x100 >> length);
  return bytes;
}

/** Reads the head of the element at `offset` of a view, which is the byte `position` of the file. */
function elementAt(view: DataView, offset: number, position: number): Element | null {
  const id = variableInteger(view, offset);
  const size = id && variableInteger(view, offset + id.length);
  if (!id || !size) return null;
  const contentAt = position + id.length + size.length;
  return {
    // An id keeps the marker bit that tells its length.
    id: id.value + 2 ** (7 * id.length),
    sizeAt: position + id.length,
    contentAt,
    end: size.unknown ? null : contentAt + size.value,
  };
}

/** A number whose leading zero bits say how many bytes follow the first. All bits set means unknown. */
function variableInteger(view: DataView, at: number): { value: number; length: number; unknown: boolean } | null {
  if (at >= view.byteLength) return null;
  const first = view.getUint8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > view.byteLength) return null;
  let value = first & (0xff >> length);
  for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(at + i);
  return { value, length, unknown: value === 2 ** (7 * length) - 1 };
}

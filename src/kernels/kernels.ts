import { MODULE_BASE64 } from './module.ts';

/**
 * The loops over pixels, compiled from assembly/, where each function says what it takes. Places are byte offsets into
 * `memory`, sizes are in values.
 */
interface Kernels {
  memory: WebAssembly.Memory;
  roomStart(): number;
  averageLine(
    source: number,
    bytes: number,
    stride: number,
    count: number,
    rows: number,
    topWeight: number,
    bottomWeight: number,
    line: number,
    spans: number,
    columns: number,
    step: number,
    scale: number,
    out: number,
  ): void;
  rgba(
    luma: number,
    cb: number,
    cr: number,
    width: number,
    height: number,
    red: number,
    blue: number,
    out: number,
  ): void;
  smooth(source: number, width: number, height: number, rows: number, out: number): void;
  halve(source: number, width: number, height: number, out: number): void;
  gradients(source: number, width: number, height: number, out: number): void;
  refineFlow(
    from: number,
    to: number,
    width: number,
    height: number,
    gradientPlanes: number,
    stride: number,
    coarse: number,
    coarseColumns: number,
    coarseRows: number,
    flow: number,
    columns: number,
    rows: number,
    found: number,
  ): void;
  followPoints(
    flows: number,
    cameras: number,
    pairs: number,
    columns: number,
    rows: number,
    stride: number,
    leastConfidence: number,
    out: number,
  ): void;
  compensate(
    from: number,
    to: number,
    width: number,
    height: number,
    gradientPlanes: number,
    flow: number,
    columns: number,
    rows: number,
    stride: number,
    out: number,
    room: number,
  ): void;
  differenceSum(a: number, b: number, count: number): number;
  secondDifferenceSum(a: number, b: number, c: number, count: number): number;
  byteHistogram(data: number, count: number, counts: number): void;
  blockDifferences(a: number, b: number, width: number, height: number, size: number, out: number): void;
  moments(data: number, count: number, out: number): void;
  laplacianMoments(data: number, width: number, height: number, out: number): void;
  histogram(data: number, count: number, counts: number): void;
  beyond(data: number, count: number, low: number, high: number): number;
  stepsAlong(data: number, width: number, height: number, strongest: number, sums: number): void;
  stepsDown(data: number, width: number, height: number, strongest: number, sums: number): void;
  shareLost(data: number, width: number, height: number, down: number, flat: number): number;
  noiseSums(data: number, width: number, height: number, responses: number, levels: number): void;
  bandedPixels(data: number, width: number, height: number, smallest: number, largest: number): number;
}

const bytes = Uint8Array.from(atob(MODULE_BASE64), (character) => character.charCodeAt(0));

// The module is small enough to be compiled at once, and then every caller can stay synchronous. The cast holds because
// module.ts is written from assembly/ (a test compares them).
export const kernels = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Kernels;

const PAGE_BYTES = 65_536;
/** Arrays begin at multiples of this, and a vector may reach this far beyond their end. */
const VECTOR_BYTES = 16;
const ROOM_START = kernels.roomStart();

type Values = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

/** Copies an array into the module's memory, where there must be room. */
export function write({ buffer, byteOffset, byteLength }: Values, at: number): void {
  new Uint8Array(kernels.memory.buffer, at, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
}

/** Places in the module's memory for the arrays of one call; a new room gives up what was in the last one. */
export class Room {
  #top = Math.ceil(ROOM_START / VECTOR_BYTES) * VECTOR_BYTES;

  /** Place for so many 32-bit values, whatever is there. */
  take(length: number): number {
    const at = this.#top;
    this.#top = at + Math.ceil((4 * length) / VECTOR_BYTES + 1) * VECTOR_BYTES;
    const missing = this.#top - kernels.memory.buffer.byteLength;
    if (missing > 0) kernels.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return at;
  }

  /** Copies arrays in, one behind the other. */
  put(...arrays: readonly Values[]): number {
    const at = this.take(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) / 4);
    let next = at;
    for (const array of arrays) {
      write(array, next);
      next += array.byteLength;
    }
    return at;
  }
}

/** A copy of bytes in the module's memory. */
export function bytesAt(at: number, length: number): Uint8ClampedArray<ArrayBuffer> {
  return new Uint8ClampedArray(kernels.memory.buffer.slice(at, at + length));
}

/** A copy of whole numbers in the module's memory. */
export function countsAt(at: number, length: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(kernels.memory.buffer.slice(at, at + 4 * length));
}

/** A copy of values in the module's memory. */
export function floatsAt(at: number, length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(kernels.memory.buffer.slice(at, at + 4 * length));
}

/** A copy of double-precision values in the module's memory. */
export function doublesAt(at: number, length: number): Float64Array<ArrayBuffer> {
  return new Float64Array(kernels.memory.buffer.slice(at, at + 8 * length));
}

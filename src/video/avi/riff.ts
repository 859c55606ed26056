import { fourCharacters, viewOf } from '../view-of.ts';

/** A chunk of a RIFF file: a name of four characters, a length, and data that is filled up to an even length. */
export interface Chunk {
  id: string;
  /** Place of its data, behind name and length. */
  start: number;
  /** Length of its data as announced; it may reach past what is there. */
  size: number;
}

/** A stretch of a file: from `start` up to but without `end`. */
export interface Span {
  start: number;
  end: number;
}

const HEADER_BYTES = 8;

/** Place of the chunk behind this one. */
export const behind = ({ start, size }: Chunk): number => start + size + (size & 1);

/** The chunks within a part of a file that is in memory. The last one may reach past its end. */
export function* chunksIn(view: DataView, { start, end }: Span = { start: 0, end: view.byteLength }): Generator<Chunk> {
  for (let at = start; at + HEADER_BYTES <= end; ) {
    const chunk = chunkAt(view, at);
    yield chunk;
    at = behind(chunk);
  }
}

const chunkAt = (view: DataView, at: number): Chunk => ({
  id: fourCharacters(view, at),
  start: at + HEADER_BYTES,
  size: view.getUint32(at + 4, true),
});

/** Bytes that are read at a time when chunk headers are looked for; small, as most of a file is between headers. */
const WINDOW_BYTES = 4096;

/** Reads single chunk headers of a file. Neighbouring headers share one access to the file. */
export class ChunkReader {
  readonly #file: Blob;
  #window = new DataView(new ArrayBuffer(0));
  #windowStart = 0;

  constructor(file: Blob) {
    this.#file = file;
  }

  /** The chunk whose header stands at `at`; null where the file ends before that. */
  async at(at: number): Promise<Chunk | null> {
    const view = await this.#view(at, HEADER_BYTES);
    if (!view) return null;
    const chunk = chunkAt(view, 0);
    return { ...chunk, start: at + HEADER_BYTES };
  }

  /** Four characters at `at`, such as the type of a list; null where the file ends before that. */
  async name(at: number): Promise<string | null> {
    const view = await this.#view(at, 4);
    return view && fourCharacters(view, 0);
  }

  async #view(at: number, length: number): Promise<DataView | null> {
    if (at < this.#windowStart || at + length > this.#windowStart + this.#window.byteLength) {
      this.#window = await viewOf(this.#file, at, WINDOW_BYTES);
      this.#windowStart = at;
    }
    const offset = at - this.#windowStart;
    return offset + length <= this.#window.byteLength ? new DataView(this.#window.buffer, offset, length) : null;
  }
}

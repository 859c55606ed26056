import { type ReadTokens, release } from './decoder.ts';
import type { LoadedParts } from './loaded-model.ts';
import { positionsOf } from './positions.ts';

/**
 * One way on from a shared prefix. It owns the states it makes and frees them; the prefix stays whole for the branches beside it.
 */
export class Branch {
  readonly #parts: LoadedParts;
  readonly #prefix: ReadTokens | null;
  #read: ReadTokens | null = null;

  constructor(parts: LoadedParts, prefix: ReadTokens | null) {
    this.#parts = parts;
    this.#prefix = prefix;
  }

  /** Tokens read so far, those of the prefix included. */
  get count(): number {
    return (this.#read ?? this.#prefix)?.count ?? 0;
  }

  /** Reads tokens and gives the logits after the last one. */
  async read(ids: readonly number[]): Promise<Float32Array> {
    const { decoder, family } = this.#parts;
    const before = this.#read ?? this.#prefix;
    const positions = positionsOf(ids, family.positionPlanes, before?.nextPosition ?? 0, null);
    const { logits, read } = await decoder.extend(before, await decoder.embed(ids), positions);
    await this.adopt(read);
    return logits;
  }

  /** What it has read beyond the prefix, with the prefix; null before its first token. It stays the branch's own. */
  get states(): ReadTokens | null {
    return this.#read;
  }

  /** Goes on from states that were made elsewhere from its own. */
  async adopt(read: ReadTokens): Promise<void> {
    await release(this.#read);
    this.#read = read;
  }

  async close(): Promise<void> {
    await release(this.#read);
    this.#read = null;
  }
}

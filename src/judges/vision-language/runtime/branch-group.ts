import { DynamicCache, Tensor } from '@huggingface/transformers';
import type { ReadTokens, States } from './decoder.ts';
import type { LoadedParts } from './loaded-model.ts';
import { modelInvalid } from './runtime-errors.ts';

/**
 * Where a decoder keeps a new token's state when rows of unlike length lie in one cache: `right`, behind its row's last one, so that
 * only the end of a row is empty (GroupQueryAttention); `middle`, behind the longest row, so that shorter ones have a gap.
 */
export type CacheLayout = 'right' | 'middle';

interface Row {
  /** Tokens read before it came into the group. */
  start: number;
  nextPosition: number;
}

/** From the first to behind the last place of a row. */
type Places = readonly [from: number, to: number][];

/** Several branches that read one token each at a time, in one run of the decoder, which reads its weights once for all of them. */
export class BranchGroup {
  readonly #parts: LoadedParts;
  readonly #layout: CacheLayout;
  /** Length of the longest row at the start. */
  readonly #longest: number;
  readonly #rows: Row[];
  /** Tokens that each row has read in the group. */
  #added = 0;
  #states: States;

  /** @param members at least one; all of them such that `canJoin` */
  constructor(parts: LoadedParts, layout: CacheLayout, members: readonly ReadTokens[]) {
    this.#parts = parts;
    this.#layout = layout;
    this.#longest = Math.max(...members.map(({ count }) => count));
    this.#rows = members.map(({ count, nextPosition }) => ({ start: count, nextPosition }));
    this.#states = join(members, this.#longest);
  }

  /**
   * @param ids the next token of each branch that is left, in order
   * @returns the logits after each
   */
  async read(ids: readonly number[]): Promise<Float32Array[]> {
    const { decoder } = this.#parts;
    const places = this.#longest + this.#added + 1;
    const attended = new BigInt64Array(this.#rows.length * places);
    for (const [i, row] of this.#rows.entries())
      for (const [from, to] of this.#placesOf(row, this.#added + 1))
        attended.fill(1n, i * places + from, i * places + to);
    const positions = this.#rows.map(({ nextPosition }) => nextPosition);
    const { logits, states } = await decoder.extendRows(this.#states, await decoder.embed(ids), attended, positions);
    this.#states = states;
    this.#added++;
    for (const row of this.#rows) row.nextPosition++;
    return logits;
  }

  /** Takes a branch out of the group; those behind it move up by one. */
  take(index: number): ReadTokens {
    const [row] = this.#rows.splice(index, 1);
    if (row === undefined) throw new RangeError(`There is no branch ${index} in the group.`);
    const places = this.#placesOf(row, this.#added);
    const cache = new DynamicCache(mapStates(this.#states, (state) => rowAlone(state, index, places)));
    this.#states = mapStates(this.#states, (state) => withoutRow(state, index));
    return { cache, count: row.start + this.#added, nextPosition: row.nextPosition };
  }

  #placesOf({ start }: Row, added: number): Places {
    if (this.#layout === 'right') return [[0, start + added]];
    return [
      [0, start],
      [this.#longest, this.#longest + added],
    ];
  }
}

/** Whether states are keys and values in memory and nothing else; recurrent ones have no place for each token. */
export function canJoin({ cache, count }: ReadTokens): boolean {
  return statesOf(cache).every(
    ([, { type, location, dims }]) =>
      type === 'float32' && location === 'cpu' && dims.length === 4 && dims[0] === 1 && dims[2] === count,
  );
}

/** A cache holds tensors by name and has methods besides. */
const statesOf = (cache: DynamicCache): [string, Tensor][] => Object.entries(cache);

function mapStates(states: States, map: (state: Tensor) => Tensor): States {
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [name, map(state)]));
}

function join(members: readonly ReadTokens[], longest: number): States {
  const [first] = members;
  if (first === undefined) return {};
  return Object.fromEntries(
    statesOf(first.cache).map(([name, { dims }]) => {
      const [, heads = 0, , width = 0] = dims;
      const joined = new Float32Array(members.length * heads * longest * width);
      for (const [row, { cache, count }] of members.entries()) {
        const values = floatsOf(cache[name]);
        for (let head = 0; head < heads; head++)
          joined.set(
            values.subarray(head * count * width, (head + 1) * count * width),
            (row * heads + head) * longest * width,
          );
      }
      return [name, new Tensor('float32', joined, [members.length, heads, longest, width])];
    }),
  );
}

function rowAlone(state: Tensor, row: number, places: Places): Tensor {
  const [, heads = 0, length = 0, width = 0] = state.dims;
  const values = floatsOf(state);
  const count = places.reduce((sum, [from, to]) => sum + to - from, 0);
  const alone = new Float32Array(heads * count * width);
  let at = 0;
  for (let head = 0; head < heads; head++)
    for (const [from, to] of places) {
      const start = (row * heads + head) * length;
      alone.set(values.subarray((start + from) * width, (start + to) * width), at);
      at += (to - from) * width;
    }
  return new Tensor('float32', alone, [1, heads, count, width]);
}

function withoutRow(state: Tensor, row: number): Tensor {
  const [rows = 0, ...rest] = state.dims;
  const values = floatsOf(state);
  const size = values.length / rows;
  const left = new Float32Array(values.length - size);
  left.set(values.subarray(0, row * size));
  left.set(values.subarray((row + 1) * size), row * size);
  return new Tensor('float32', left, [rows - 1, ...rest]);
}

function floatsOf(state: Tensor | undefined): Float32Array {
  if (state?.type !== 'float32') throw modelInvalid('The decoder’s states are not what they were when it was checked.');
  // A float32 tensor's data is a Float32Array.
  return state.data as Float32Array;
}

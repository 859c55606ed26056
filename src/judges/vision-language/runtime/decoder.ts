import { DynamicCache, ones, type PreTrainedModel, Tensor } from '@huggingface/transformers';
import type { EarlyEnd } from '../../../domain/early-end.ts';
import type { Positions } from './positions.ts';
import { modelInvalid } from './runtime-errors.ts';

/** Some tokens that the model has read, in the form of its attention (and, in hybrid models, recurrent) states. */
export interface ReadTokens {
  cache: DynamicCache;
  count: number;
  /** Position of the token that comes next. */
  nextPosition: number;
}

/** Attention states by the names that the next run takes them by; rows × heads × length × width each, in models without others. */
export type States = Record<string, Tensor>;

export interface Extended {
  /** Logits after the last token, over the whole vocabulary. */
  logits: Float32Array;
  read: ReadTokens;
}

/** The model's decoder as a pure function: reading more tokens makes new states and leaves those before it as they were. */
export class Decoder {
  readonly #model: PreTrainedModel;
  readonly #planes: 1 | 3;
  readonly #loss: EarlyEnd;

  /** @param loss comes when the device is gone; a run under way would otherwise wait for ever */
  constructor(model: PreTrainedModel, planes: 1 | 3, loss: EarlyEnd) {
    this.#model = model;
    this.#planes = planes;
    this.#loss = loss;
  }

  /** Embeddings of some tokens, 1 × count × hidden size. */
  async embed(ids: readonly number[]): Promise<Tensor> {
    const input_ids = new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]);
    const embeddings: Tensor = await this.#loss.wait(this.#model.encode_text({ input_ids }));
    return embeddings;
  }

  /**
   * Reads tokens after those that `before` holds, which stays usable: any number of branches can go on from it.
   * @param embeddings 1 × count × hidden size
   */
  async extend(before: ReadTokens | null, embeddings: Tensor, positions: Positions): Promise<Extended> {
    const added = embeddings.dims[1] ?? 0;
    const count = (before?.count ?? 0) + added;
    const { logits, states } = await this.#forward(
      embeddings,
      ones([1, count]),
      new Tensor('int64', positions.values, this.#planes === 1 ? [1, added] : [this.#planes, 1, added]),
      before?.cache ?? null,
    );
    return { logits: lastRow(logits), read: { cache: new DynamicCache(states), count, nextPosition: positions.next } };
  }

  /**
   * Reads one more token of text in each of several rows.
   * @param embeddings 1 × rows × hidden size
   * @param attended rows × places: 1 for each place of the states, and the new one behind them, that the row may see
   * @param positions the new token's, for each row
   * @returns logits after each row's new token, and the states with it
   */
  async extendRows(
    states: States,
    embeddings: Tensor,
    attended: BigInt64Array<ArrayBuffer>,
    positions: readonly number[],
  ): Promise<{ logits: Float32Array[]; states: States }> {
    const rows = positions.length;
    const everyPlane = Array.from({ length: this.#planes }, () => positions).flat();
    const outputs = await this.#forward(
      embeddings.view(rows, 1, embeddings.dims.at(-1) ?? 0),
      new Tensor('int64', attended, [rows, attended.length / rows]),
      new Tensor('int64', BigInt64Array.from(everyPlane, BigInt), this.#planes === 1 ? [rows, 1] : [3, rows, 1]),
      new DynamicCache(states),
    );
    const logits = floatsOf(outputs.logits);
    const vocabulary = logits.length / rows;
    return {
      logits: positions.map((_, row) => logits.slice(row * vocabulary, (row + 1) * vocabulary)),
      states: outputs.states,
    };
  }

  async #forward(
    embeddings: Tensor,
    attention_mask: Tensor,
    position_ids: Tensor,
    before: DynamicCache | null,
  ): Promise<{ logits: Tensor; states: States }> {
    const outputs: Record<string, Tensor> = await this.#loss.wait(
      this.#model.forward({
        inputs_embeds: embeddings,
        attention_mask,
        position_ids,
        // Only the last token's: those of a whole prefix would be a hundred megabytes.
        num_logits_to_keep: new Tensor('int64', [1n], []),
        ...(before === null ? {} : { past_key_values: before }),
      }),
    );
    const { logits } = outputs;
    if (logits === undefined) throw modelInvalid('The decoder gives no logits.');
    return { logits, states: statesOf(outputs) };
  }
}

/** Frees states that no branch will go on from; on a GPU they are buffers that nothing else frees. */
export function release(read: ReadTokens | null): Promise<void> {
  return read?.cache.dispose() ?? Promise.resolve();
}

/** Cache outputs under the names that the next run takes them by (transformers.js, getPastKeyValues). */
function statesOf(outputs: Record<string, Tensor>): States {
  const states: States = {};
  for (const [name, tensor] of Object.entries(outputs)) {
    if (name.startsWith('present.')) states[name.replace('present.', 'past_key_values.')] = tensor;
    else if (name.startsWith('present_')) states[name.replace('present_', 'past_')] = tensor;
  }
  return states;
}

function lastRow(logits: Tensor): Float32Array {
  return floatsOf(logits).slice(-(logits.dims.at(-1) ?? 0));
}

function floatsOf(tensor: Tensor): Float32Array {
  // A float32 tensor's data is a Float32Array.
  return (tensor.type === 'float32' ? tensor : tensor.to('float32')).data as Float32Array;
}

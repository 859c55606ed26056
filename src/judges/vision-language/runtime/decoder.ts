import { DynamicCache, ones, type PreTrainedModel, Tensor } from '@huggingface/transformers';
import type { Positions } from './positions.ts';
import { modelInvalid } from './runtime-errors.ts';

/** Some tokens that the model has read, in the form of its attention (and, in hybrid models, recurrent) states. */
export interface ReadTokens {
  cache: DynamicCache;
  count: number;
  /** Position of the token that comes next. */
  nextPosition: number;
}

export interface Extended {
  /** Logits after the last token, over the whole vocabulary. */
  logits: Float32Array;
  read: ReadTokens;
}

/** The model's decoder as a pure function: reading more tokens makes new states and leaves those before it as they were. */
export class Decoder {
  readonly #model: PreTrainedModel;
  readonly #planes: 1 | 3;
  readonly #lost: Promise<never>;

  /** @param lost rejects when the device is gone; a run under way would otherwise wait for ever */
  constructor(model: PreTrainedModel, planes: 1 | 3, lost: Promise<never>) {
    this.#model = model;
    this.#planes = planes;
    this.#lost = lost;
  }

  /** Embeddings of some tokens, 1 × count × hidden size. */
  async embed(ids: readonly number[]): Promise<Tensor> {
    const input_ids = new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]);
    const embeddings: Tensor = await this.#run(this.#model.encode_text({ input_ids }));
    return embeddings;
  }

  /**
   * Reads tokens after those that `before` holds, which stays usable: any number of branches can go on from it.
   * @param embeddings 1 × count × hidden size
   */
  async extend(before: ReadTokens | null, embeddings: Tensor, positions: Positions): Promise<Extended> {
    const added = embeddings.dims[1] ?? 0;
    const count = (before?.count ?? 0) + added;
    const dims = this.#planes === 1 ? [1, added] : [this.#planes, 1, added];
    const outputs: Record<string, Tensor> = await this.#run(
      this.#model.forward({
        inputs_embeds: embeddings,
        attention_mask: ones([1, count]),
        position_ids: new Tensor('int64', positions.values, dims),
        // Only the last token's: those of a whole prefix would be a hundred megabytes.
        num_logits_to_keep: new Tensor('int64', [1n], []),
        ...(before === null ? {} : { past_key_values: before.cache }),
      }),
    );
    const { logits } = outputs;
    if (logits === undefined) throw modelInvalid('The decoder gives no logits.');
    return {
      logits: lastRow(logits),
      read: { cache: new DynamicCache(statesOf(outputs)), count, nextPosition: positions.next },
    };
  }

  #run<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#lost]);
  }
}

/** Frees states that no branch will go on from; on a GPU they are buffers that nothing else frees. */
export function release(read: ReadTokens | null): Promise<void> {
  return read?.cache.dispose() ?? Promise.resolve();
}

/** Cache outputs under the names that the next run takes them by (transformers.js, getPastKeyValues). */
function statesOf(outputs: Record<string, Tensor>): Record<string, Tensor> {
  const states: Record<string, Tensor> = {};
  for (const [name, tensor] of Object.entries(outputs)) {
    if (name.startsWith('present.')) states[name.replace('present.', 'past_key_values.')] = tensor;
    else if (name.startsWith('present_')) states[name.replace('present_', 'past_')] = tensor;
  }
  return states;
}

function lastRow(logits: Tensor): Float32Array {
  const vocabulary = logits.dims.at(-1) ?? 0;
  const floats = logits.type === 'float32' ? logits : logits.to('float32');
  // A float32 tensor's data is a Float32Array.
  return (floats.data as Float32Array).slice(-vocabulary);
}

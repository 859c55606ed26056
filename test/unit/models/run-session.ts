import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-web';

type Feeds = Record<string, Tensor>;

export const open = (folder: string, session: string): Promise<InferenceSession> =>
  InferenceSession.create(join(folder, 'onnx', `${session}.onnx`));

export const floats = (values: Float32Array, dims: readonly number[]): Tensor => new Tensor('float32', values, dims);

export const integers = (values: readonly number[], dims: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), dims);

/** States for no tokens at all: 1 for the batch, 0 for any other dimension that may vary. */
export function emptyStates(decoder: InferenceSession): Feeds {
  const states: Feeds = {};
  for (const { name, ...rest } of decoder.inputMetadata) {
    if (!name.startsWith('past_') || !('shape' in rest)) continue;
    const dims = rest.shape.map((dim) => (typeof dim === 'number' ? dim : Number(dim === 'batch_size')));
    states[name] = floats(new Float32Array(dims.reduce((product, dim) => product * dim, 1)), dims);
  }
  return states;
}

/** The states after a run, under the names that the next run reads. */
export function nextStates(outputs: Feeds): Feeds {
  const states: Feeds = {};
  for (const [name, value] of Object.entries(outputs)) {
    if (name.startsWith('present.')) states[name.replace('present', 'past_key_values')] = value;
    else if (name.startsWith('present_')) states[name.replace('present', 'past')] = value;
  }
  return states;
}

/** Runs embeddings of new tokens after the tokens in `states`; positions simply count up, along all of `axes`. */
export async function decode(
  decoder: InferenceSession,
  embeddings: { values: Float32Array; hidden: number },
  states: { past: Feeds; tokens: number },
  axes: number,
): Promise<Feeds> {
  const added = embeddings.values.length / embeddings.hidden;
  const all = states.tokens + added;
  const positions = Array.from({ length: added }, (_, index) => states.tokens + index);
  const outputs = await decoder.run({
    inputs_embeds: floats(embeddings.values, [1, added, embeddings.hidden]),
    attention_mask: integers(new Array<number>(all).fill(1), [1, all]),
    position_ids: integers(
      Array.from({ length: axes }, () => positions).flat(),
      axes === 1 ? [1, added] : [axes, 1, added],
    ),
    num_logits_to_keep: integers([0], []),
    ...states.past,
  });
  // Every output is a tensor on the CPU: no location was asked for.
  return outputs as Feeds;
}

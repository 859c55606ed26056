/** Distribution of a tensor's random values; a constant where `std` is 0. */
export interface Init {
  mean: number;
  std: number;
}

/**
 * Gives a tensor its values.
 * @param name Name in the PyTorch state dict, e.g. `model.text_model.layers.0.self_attn.q_proj.weight`.
 * @param dims Shape there: a linear layer's weight is [outputs, inputs].
 * @returns Row-major values.
 */
export type WeightSource = (name: string, dims: readonly number[], init: Init) => Float32Array<ArrayBuffer>;

export const sizeOf = (dims: readonly number[]): number => dims.reduce((product, dim) => product * dim, 1);

/** 32-bit FNV-1a (Fowler, Noll, Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Marsaglia's xorshift generator, 32 bits. */
function xorshift(state: number): number {
  const left = state ^ (state << 13);
  const right = left ^ (left >>> 17);
  return right ^ (right << 5);
}

/**
 * Random weights that depend on the seed and the tensor's name alone. Values follow a triangular distribution with the wanted
 * mean and deviation, which costs two draws instead of the logarithm and the cosine of a normal one.
 */
export function seeded(seed: number): WeightSource {
  return (name, dims, { mean, std }) => {
    const values = new Float32Array(sizeOf(dims));
    if (std === 0) return values.fill(mean);
    // The difference of two uniform variables has variance 1/6.
    const scale = (std * Math.sqrt(6)) / 2 ** 32;
    let state = hash(`${seed}:${name}`) | 1;
    for (let index = 0; index < values.length; index++) {
      const first = xorshift(state);
      state = xorshift(first);
      values[index] = mean + ((first >>> 0) - (state >>> 0)) * scale;
    }
    return values;
  };
}

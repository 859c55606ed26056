/** Weights along a row that share a scale; what published 4-bit exports use. */
export const BLOCK = 32;

export interface FourBit {
  /** [rows, columns / BLOCK, BLOCK / 2]; two values a byte, the earlier in the lower half, 8 standing for zero. */
  packed: Uint8Array;
  /** [rows, columns / BLOCK]. */
  scales: Float32Array;
}

/**
 * Symmetric 4-bit values for MatMulNBits: the value of greatest size in a block becomes -8.
 * @param weights [rows, columns]; columns must be a multiple of BLOCK.
 */
export function toFourBit(weights: Float32Array): FourBit {
  const blocks = weights.length / BLOCK;
  const packed = new Uint8Array(weights.length / 2);
  const scales = new Float32Array(blocks);
  for (let block = 0; block < blocks; block++) {
    const start = block * BLOCK;
    let greatest = 0;
    for (let index = start; index < start + BLOCK; index++) {
      const value = weights[index] ?? 0;
      if (Math.abs(value) > Math.abs(greatest)) greatest = value;
    }
    const scale = Math.fround(greatest / -8);
    scales[block] = scale;
    const inverse = scale === 0 ? 0 : 1 / scale;
    for (let index = start; index < start + BLOCK; index += 2) {
      packed[index >> 1] = nibble((weights[index] ?? 0) * inverse) | (nibble((weights[index + 1] ?? 0) * inverse) << 4);
    }
  }
  return { packed, scales };
}

const nibble = (value: number): number => Math.min(15, Math.max(0, Math.round(value) + 8));

export interface EightBit {
  /** Transposed: [columns, rows]. */
  values: Uint8Array;
  scale: number;
  zeroPoint: number;
}

/**
 * Unsigned 8-bit values with one scale and zero point for the tensor, as the quantisation script of transformers.js
 * (scripts/quantize.py, without --per_channel) writes for graphs with fused attention.
 * @param weights [rows, columns]
 */
export function toEightBit(weights: Float32Array, rows: number, columns: number): EightBit {
  let least = 0;
  let greatest = 0;
  for (const value of weights) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const scale = Math.fround((greatest - least) / 255 || 1);
  const zeroPoint = Math.round(-least / scale);
  const values = new Uint8Array(weights.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = Math.round((weights[row * columns + column] ?? 0) / scale) + zeroPoint;
      values[column * rows + row] = Math.min(255, Math.max(0, value));
    }
  }
  return { values, scale, zeroPoint };
}

export interface SignedEightBit {
  values: Int8Array;
  scale: number;
}

/** Signed 8-bit values with one scale for the tensor, in the tensor's order: what that script makes of embeddings. */
export function toSignedEightBit(weights: Float32Array): SignedEightBit {
  let greatest = 0;
  for (const value of weights) greatest = Math.max(greatest, Math.abs(value));
  const scale = Math.fround(greatest / 127 || 1);
  const values = new Int8Array(weights.length);
  for (let index = 0; index < weights.length; index++) values[index] = Math.round((weights[index] ?? 0) / scale);
  return { values, scale };
}

/** [rows, columns] → [columns, rows]. */
export function transposed(weights: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(weights.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = weights[row * columns + column] ?? 0;
    }
  }
  return result;
}

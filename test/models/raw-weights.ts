import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { z } from 'zod';
import { LoupeError } from '../../src/domain/error.ts';
import { sizeOf, type WeightSource } from './weights.ts';

/** weights.json: where each tensor stands in weights.bin. `offset` counts bytes. */
const indexSchema = z.record(
  z.string(),
  z.object({ offset: z.int().nonnegative(), dims: z.array(z.int().positive()).min(1) }),
);

const BYTES = 4;

/**
 * Weights from a file of little-endian 32-bit floats. What it lacks is taken from `others`; a table that has fewer rows
 * than asked for (a vocabulary without the tokens for pictures) is filled up with zeros, whose logits are 0.
 * @throws LoupeError `model_invalid` for an index that cannot be read and for a tensor of another shape
 */
export function fromRawFile(indexPath: string, binPath: string, others: WeightSource): WeightSource {
  const index = readIndex(indexPath);
  return (name, dims, init) => {
    const entry = index[name];
    if (entry === undefined) return others(name, dims, init);
    const [rows = 0, ...row] = dims;
    const [storedRows = 0, ...storedRow] = entry.dims;
    if (row.join() !== storedRow.join() || storedRows > rows) {
      throw new LoupeError(
        'model_invalid',
        `${name} has the shape [${entry.dims}] in ${indexPath}, but [${dims}] is needed.`,
        'Take weights of a model with the dimensions of the preset.',
      );
    }
    const values = new Float32Array(sizeOf(dims));
    readFloats(binPath, entry.offset, values.subarray(0, sizeOf(entry.dims)));
    return values;
  };
}

function readIndex(path: string): z.infer<typeof indexSchema> {
  try {
    return indexSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new LoupeError(
      'model_invalid',
      `${path} is not an index of weights.`,
      'It must be JSON: {"name": {"offset": bytes, "dims": [rows, …]}}.',
      { cause },
    );
  }
}

/** Fills `target`; the machine's byte order is taken to be little-endian, as on everything that runs Node today. */
function readFloats(path: string, offset: number, target: Float32Array): void {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.length * BYTES);
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
      if (read === 0) {
        throw new LoupeError('truncated_file', `${path} ends before its last tensor.`, 'Write the file again.');
      }
      done += read;
    }
  } finally {
    closeSync(descriptor);
  }
}

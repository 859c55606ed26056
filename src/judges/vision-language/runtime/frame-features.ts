import type { Tensor } from '@huggingface/transformers';
import type { EarlyEnd } from '../../../domain/early-end.ts';
import type { Picture } from '../../../domain/frame.ts';
import type { FrameGrid } from './families/family.ts';
import type { LoadedParts } from './loaded-model.ts';
import { modelInvalid } from './runtime-errors.ts';

/**
 * What the vision encoder makes of each picture, computed once and shared by all views. One picture at a time, also where a batch
 * would be faster: in q8 a picture's features depend on what else is in the batch.
 */
export class FrameFeatures {
  readonly #parts: LoadedParts;
  readonly #loss: EarlyEnd;
  readonly #known = new Map<string, Tensor>();

  constructor(parts: LoadedParts, loss: EarlyEnd) {
    this.#parts = parts;
    this.#loss = loss;
  }

  /** (rows × columns) × hidden size, on the processor. */
  async of(picture: Picture, grid: FrameGrid): Promise<Tensor> {
    const key = `${picture.index} ${contentHash(picture.rgba)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { model, processor, family } = this.#parts;
    const features = await this.#loss.wait(family.encode(model, processor, picture, grid));
    const hidden = features.dims.at(-1) ?? 0;
    if (features.size !== grid.rows * grid.columns * hidden)
      throw modelInvalid(
        `The vision encoder gives ${features.size / hidden} tokens for a frame, not ${grid.rows * grid.columns}.`,
      );
    this.#known.set(key, features);
    return features;
  }
}

/** FNV-1a over 32-bit words: tells crops of one frame apart. */
function contentHash(rgba: Uint8ClampedArray<ArrayBuffer>): number {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2);
  let hash = 2166136261;
  for (const word of words) hash = Math.imul(hash ^ word, 16777619);
  return hash >>> 0;
}

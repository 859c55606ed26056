import type { Tensor } from '@huggingface/transformers';
import { LoupeError } from '../../../domain/error.ts';
import type { ViewRequest } from '../judge-api.ts';
import { tokenize, viewChat } from './chat.ts';
import type { ReadTokens } from './decoder.ts';
import type { FrameGrid } from './families/family.ts';
import type { FrameFeatures } from './frame-features.ts';
import type { LoadedParts } from './loaded-model.ts';
import { positionsOf } from './positions.ts';

/** A view as the model has read it: every question about it is a branch from here. */
export interface ViewPrefix {
  read: ReadTokens;
  /** From the end of a question to the first character of its answer. */
  tail: string;
}

/** Encodes the pictures of a view and reads its shared part, once for all questions. */
export async function readView(
  parts: LoadedParts,
  features: FrameFeatures,
  grid: FrameGrid,
  view: ViewRequest,
  onProgress: (done: number, total: number) => void,
): Promise<ViewPrefix> {
  const { processor, tokenizer, family, decoder, imageTokenId, contextTokens } = parts;
  const { head, tail } = viewChat(processor, family, grid, view);
  const ids = tokenize(tokenizer, head);
  if (ids.length > contextTokens)
    throw new LoupeError(
      'internal',
      `What the model is to be shown takes ${ids.length} tokens; it has room for ${contextTokens}.`,
    );
  const embeddings = await decoder.embed(ids);
  // Frames and then reading them: the last step counts as one more.
  const total = view.pictures.length + 1;
  onProgress(0, total);
  const slots = ids.flatMap((id, at) => (id === imageTokenId ? [at] : []));
  const perFrame = grid.rows * grid.columns;
  for (const [i, picture] of view.pictures.entries()) {
    place(await features.of(picture, grid), embeddings, slots.slice(i * perFrame, (i + 1) * perFrame));
    onProgress(i + 1, total);
  }
  const positions = positionsOf(ids, family.positionPlanes, 0, { tokenId: imageTokenId, grid });
  const { read } = await decoder.extend(null, embeddings, positions);
  onProgress(total, total);
  return { read, tail };
}

/** Puts the rows of a frame's features in the place of its tokens' embeddings. */
function place(features: Tensor, embeddings: Tensor, slots: readonly number[]): void {
  const hidden = embeddings.dims.at(-1) ?? 0;
  const rows = features.type === embeddings.type ? features : features.to(embeddings.type);
  // Floating-point tensors hold typed arrays of one kind for one type.
  const from = rows.data as Float32Array;
  const to = embeddings.data as Float32Array;
  for (const [row, slot] of slots.entries()) to.set(from.subarray(row * hidden, (row + 1) * hidden), slot * hidden);
}

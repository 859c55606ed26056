import type { Tensor } from '@huggingface/transformers';
import { LoupeError } from '../../../domain/error.ts';
import type { Picture } from '../../../domain/frame.ts';
import type { ViewRequest } from '../judge-api.ts';
import { tokenize, viewChat } from './chat.ts';
import type { Extended, ReadTokens } from './decoder.ts';
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
  const { head, tail } = viewChat(parts.processor, parts.family, grid, view);
  const ids = tokenize(parts.tokenizer, head);
  if (ids.length > parts.contextTokens)
    throw new LoupeError(
      'internal',
      `What the model is to be shown takes ${ids.length} tokens; it has room for ${parts.contextTokens}.`,
    );
  const { read } = await readPictures(parts, features, grid, ids, view.pictures, onProgress);
  return { read, tail };
}

/** Reads tokens from the start of a context, with pictures in the place of their tokens. */
export async function readPictures(
  { family, decoder, imageTokenId }: LoadedParts,
  features: FrameFeatures,
  grid: FrameGrid,
  ids: readonly number[],
  pictures: readonly Picture[],
  onProgress: (done: number, total: number) => void,
): Promise<Extended> {
  const embeddings = await decoder.embed(ids);
  // Reading them together counts as one step more.
  const total = pictures.length + 1;
  onProgress(0, total);
  const slots = ids.flatMap((id, at) => (id === imageTokenId ? [at] : []));
  const perFrame = grid.rows * grid.columns;
  for (const [i, picture] of pictures.entries()) {
    place(await features.of(picture, grid), embeddings, slots.slice(i * perFrame, (i + 1) * perFrame));
    onProgress(i + 1, total);
  }
  const positions = positionsOf(ids, family.positionPlanes, 0, { tokenId: imageTokenId, grid });
  const extended = await decoder.extend(null, embeddings, positions);
  onProgress(total, total);
  return extended;
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

import type { PreTrainedModel, PretrainedConfig, Processor, Tensor } from '@huggingface/transformers';
import type { ModelType } from '../../../../models/model-config.ts';

/** A picture in the size the layout says, as decoded. */
export interface FramePixels {
  width: number;
  height: number;
  /** 4 × width × height. */
  rgba: Uint8ClampedArray;
}

/** How one clip's frames become tokens of one model. */
export interface FrameGrid {
  /** Size in pixels in which a frame is drawn. */
  width: number;
  height: number;
  /** Rows and columns of the tokens of one frame. */
  rows: number;
  columns: number;
}

/**
 * What differs between model families. One file a family; a new family is one more, and one line in families.ts.
 */
export interface Family {
  /** Values of `model_type` in config.json that it covers. */
  modelTypes: readonly ModelType[];
  /** What the chat template writes in place of one picture, and what stands there in the model's input. */
  placeholder: string;
  expanded(grid: FrameGrid): string;
  /** Id of the token that features of a picture take the place of. */
  imageTokenId(config: PretrainedConfig): number;
  /** Chooses the size in which frames of a clip are shown. */
  grid(processor: Processor, clip: { width: number; height: number }): FrameGrid;
  /** Features of one frame, (rows × columns) × hidden size. */
  encode(model: PreTrainedModel, processor: Processor, pixels: FramePixels, grid: FrameGrid): Promise<Tensor>;
  /** 1: plain positions. 3: time, row and column (Qwen2-VL, arXiv 2409.12191, section 2.1). */
  positionPlanes: 1 | 3;
  /** What stands between the chat template's last character and the first of an answer. */
  answerLead: string;
}

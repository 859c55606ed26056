import { type PreTrainedModel, type Processor, Tensor } from '@huggingface/transformers';
import { z } from 'zod';
import type { Family, FrameGrid, FramePixels } from './family.ts';
import { colourPlanes, preprocessorConfig } from './normalise.ts';

const imageToken = z.object({ image_token_id: z.int() });
const preprocessor = z.object({
  patch_size: z.int().positive(),
  merge_size: z.int().positive(),
  temporal_patch_size: z.int().positive(),
});

type Patches = z.infer<typeof preprocessor>;

/** Tokens that one frame may take. Qwen's own default of many hundreds would fill the context with eight frames. */
const MOST_FRAME_TOKENS = 128;

/**
 * Qwen2-VL, Qwen2.5-VL, Qwen3-VL and Qwen3.5. Each frame is a picture of its own (the library has no video input, and a pair of
 * frames in one grid could not be encoded once and shared), with its time in the text before it.
 */
export const qwenVl: Family = {
  modelTypes: ['qwen2_vl', 'qwen2_5_vl', 'qwen3_vl', 'qwen3_5'],
  placeholder: '<|image_pad|>',
  positionPlanes: 3,
  answerLead: '',

  expanded: ({ rows, columns }) => '<|image_pad|>'.repeat(rows * columns),

  imageTokenId: (config) => imageToken.parse(config).image_token_id,

  grid: (processor, clip) => gridOf(clip, preprocessor.parse(preprocessorConfig(processor))),

  async encode(model: PreTrainedModel, processor: Processor, pixels, grid): Promise<Tensor> {
    const settings = preprocessor.parse(preprocessorConfig(processor));
    const { patch_size, merge_size, temporal_patch_size } = settings;
    const values = patchRows(colourPlanes(processor, pixels), pixels, settings);
    const rows = grid.rows * merge_size;
    const columns = grid.columns * merge_size;
    const features: Tensor = await model.encode_image({
      pixel_values: new Tensor('float32', values, [rows * columns, 3 * temporal_patch_size * patch_size ** 2]),
      image_grid_thw: new Tensor('int64', BigInt64Array.from([1n, BigInt(rows), BigInt(columns)]), [1, 3]),
    });
    return features;
  },
};

/** The largest size, in whole merged patches and near the clip's aspect, that stays within the tokens of a frame. */
function gridOf(clip: { width: number; height: number }, { patch_size, merge_size }: Patches): FrameGrid {
  const unit = patch_size * merge_size;
  const aspect = clip.width / clip.height;
  const wanted = Math.min(MOST_FRAME_TOKENS, (clip.width * clip.height) / unit ** 2);
  const rows = clampTokens(Math.round(Math.sqrt(wanted / aspect)));
  const columns = Math.min(clampTokens(Math.round(rows * aspect)), Math.floor(MOST_FRAME_TOKENS / rows));
  return { width: columns * unit, height: rows * unit, rows, columns };
}

/** At least two a side: encoders of this family take no less. */
const clampTokens = (count: number): number => Math.min(MOST_FRAME_TOKENS / 2, Math.max(2, count));

/**
 * Patches as rows, in the order of the family's image processor: merged blocks row by row, the patches within a block, then
 * channel, time, row and column within a patch. A still picture stands for every moment of a patch in time.
 */
function patchRows(
  planes: Float32Array,
  { width, height }: FramePixels,
  { patch_size: patch, merge_size: merge, temporal_patch_size: moments }: Patches,
): Float32Array {
  const values = new Float32Array(moments * planes.length);
  let at = 0;
  const block = patch * merge;
  for (let blockTop = 0; blockTop < height; blockTop += block)
    for (let blockLeft = 0; blockLeft < width; blockLeft += block)
      for (let top = blockTop; top < blockTop + block; top += patch)
        for (let left = blockLeft; left < blockLeft + block; left += patch)
          for (let channel = 0; channel < 3; channel++)
            for (let moment = 0; moment < moments; moment++)
              for (let y = top; y < top + patch; y++) {
                const start = (channel * height + y) * width + left;
                values.set(planes.subarray(start, start + patch), at);
                at += patch;
              }
  return values;
}

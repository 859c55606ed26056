import { type PreTrainedModel, type Processor, Tensor } from '@huggingface/transformers';
import { z } from 'zod';
import { modelInvalid } from '../runtime-errors.ts';
import type { Family, FrameGrid } from './family.ts';
import { colourPlanes, preprocessorConfig } from './normalise.ts';

const imageToken = z.object({ image_token_id: z.int() });
const preprocessor = z.object({ max_image_size: z.object({ longest_edge: z.int().positive() }) });
const processorSettings = z.object({ image_seq_len: z.int().positive() });

/** SmolVLM and SmolVLM2 (arXiv 2504.05299) and Idefics3: each frame is one square picture, not split. */
export const smolvlm: Family = {
  modelTypes: ['smolvlm', 'idefics3'],
  placeholder: '<image>',
  positionPlanes: 1,
  answerLead: ' ',

  expanded: ({ rows, columns }) =>
    `<fake_token_around_image><global-img>${'<image>'.repeat(rows * columns)}<fake_token_around_image>`,

  imageTokenId: (config) => imageToken.parse(config).image_token_id,

  grid(processor: Processor): FrameGrid {
    const side = preprocessor.parse(preprocessorConfig(processor)).max_image_size.longest_edge;
    const tokens = processorSettings.parse(processor.config).image_seq_len;
    const rows = Math.sqrt(tokens);
    if (!Number.isInteger(rows)) throw modelInvalid(`A frame cannot be a square of ${tokens} tokens.`);
    return { width: side, height: side, rows, columns: rows };
  },

  async encode(model: PreTrainedModel, processor, pixels): Promise<Tensor> {
    const { width, height } = pixels;
    const features: Tensor = await model.encode_image({
      pixel_values: new Tensor('float32', colourPlanes(processor, pixels), [1, 1, 3, height, width]),
      pixel_attention_mask: new Tensor('bool', new Uint8Array(width * height).fill(1), [1, 1, height, width]),
    });
    return features;
  },
};

import type { Processor } from '@huggingface/transformers';
import { z } from 'zod';
import { modelInvalid } from '../runtime-errors.ts';
import type { FramePixels } from './family.ts';

const triple = z.tuple([z.number(), z.number(), z.number()]);
const normalisation = z.object({
  rescale_factor: z.number().default(1 / 255),
  image_mean: triple.default([0, 0, 0]),
  image_std: triple.default([1, 1, 1]),
});

/** The picture's three colour planes, 3 × height × width, scaled and shifted as the model's preprocessor_config.json says. */
export function colourPlanes(processor: Processor, { width, height, rgba }: FramePixels): Float32Array {
  const settings = normalisation.parse(preprocessorConfig(processor));
  const planes = new Float32Array(3 * width * height);
  for (let channel = 0; channel < 3; channel++) {
    const mean = settings.image_mean[channel] ?? 0;
    const deviation = settings.image_std[channel] ?? 1;
    const scale = settings.rescale_factor / deviation;
    const shift = -mean / deviation;
    const start = channel * width * height;
    for (let i = 0; i < width * height; i++) planes[start + i] = (rgba[4 * i + channel] ?? 0) * scale + shift;
  }
  return planes;
}

/** The untrusted preprocessor_config.json. */
export function preprocessorConfig(processor: Processor): unknown {
  const config: unknown = processor.image_processor?.config;
  if (config === undefined) throw modelInvalid('The model has no preprocessor_config.json for pictures.');
  return config;
}

import type { PretrainedConfig } from '@huggingface/transformers';
import { z } from 'zod';
import { modelInvalid } from '../runtime-errors.ts';
import type { Family } from './family.ts';
import { qwenVl } from './qwen-vl.ts';
import { smolvlm } from './smolvlm.ts';

const FAMILIES: readonly Family[] = [smolvlm, qwenVl];

const typed = z.object({ model_type: z.string() });

/** @throws LoupeError `model_invalid` when no family covers the model */
export function familyOf(config: PretrainedConfig): { family: Family; modelType: string } {
  const { model_type: modelType } = typed.parse(config);
  const family = FAMILIES.find(({ modelTypes }) => modelTypes.some((type) => type === modelType));
  if (family === undefined)
    throw modelInvalid(`Loupe does not know how to show frames to a model of type “${modelType}”.`);
  return { family, modelType };
}

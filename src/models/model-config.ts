import { z } from 'zod';
import type { ExternalData } from './session-files.ts';

/** Values of `model_type` in config.json that Loupe can show frames to. */
export const MODEL_TYPES = ['smolvlm', 'idefics3', 'qwen2_vl', 'qwen2_5_vl', 'qwen3_vl', 'qwen3_5'] as const;

export type ModelType = (typeof MODEL_TYPES)[number];

/** What of a model's configuration its need for memory follows from. */
export interface ModelFacts {
  modelType: ModelType;
  hidden: number;
  intermediate: number;
  heads: number;
  keyValueHeads: number;
  headDim: number;
  /** Layers whose cache grows with every token. */
  attentionLayers: number;
  /** Numbers that layers of linear attention keep, whatever the length of the text. */
  recurrentValues: number;
  vocabulary: number;
  /** Tokens it can attend to. */
  contextTokens: number;
  /** Of the vision encoder; an intermediate size of 0 where the configuration does not say. */
  vision: { hidden: number; intermediate: number; heads: number };
  externalData: ExternalData;
}

const count = z.int().positive().max(10_000_000);
const chunks = z.union([z.boolean(), z.int().min(0).max(100)]);

const textSchema = z.object({
  hidden_size: count,
  intermediate_size: count,
  num_hidden_layers: count.max(1000),
  num_attention_heads: count,
  num_key_value_heads: count.optional(),
  head_dim: count.optional(),
  vocab_size: count.optional(),
  max_position_embeddings: count,
  layer_types: z.array(z.string()).max(1000).optional(),
  linear_num_key_heads: count.optional(),
  linear_key_head_dim: count.optional(),
  linear_num_value_heads: count.optional(),
  linear_value_head_dim: count.optional(),
  linear_conv_kernel_dim: count.optional(),
});

/** Idefics3 and Qwen2.5-VL on name these sizes differently from Qwen2-VL, whose `hidden_size` is that of the text. */
const visionSchema = z.object({
  embed_dim: count.optional(),
  hidden_size: count.optional(),
  intermediate_size: count.optional(),
  num_attention_heads: count.optional(),
  num_heads: count.optional(),
});

const configSchema = z.object({
  model_type: z.string().max(100),
  text_config: textSchema.partial().optional(),
  vision_config: visionSchema.optional(),
  vocab_size: count.optional(),
  'transformers.js_config': z
    .object({ use_external_data_format: z.union([chunks, z.record(z.string(), chunks)]).nullish() })
    .optional(),
});

/**
 * Reads a model's config.json, which is untrusted.
 * @returns the facts, or the reason in one sentence why Loupe cannot use such a model
 */
export function readModelConfig(value: unknown): { facts: ModelFacts } | { modelType: string; problem: string } {
  const config = configSchema.safeParse(value);
  if (!config.success) return { modelType: '', problem: 'Its config.json is not one of a model that Loupe knows.' };
  const modelType = config.data.model_type;
  const supported = MODEL_TYPES.find((type) => type === modelType);
  if (supported === undefined)
    return { modelType, problem: `Loupe does not know how to show frames to a model of type “${modelType}”.` };
  // Older exports of Qwen2-VL keep the language model's settings at the top.
  const text = textSchema.safeParse(config.data.text_config ?? value);
  if (!text.success) {
    const missing = text.error.issues[0]?.path.join('.') ?? '';
    return { modelType, problem: `In its config.json “${missing}” is missing or wrong.` };
  }
  return { facts: factsOf(supported, config.data, text.data) };
}

function factsOf(
  modelType: ModelType,
  config: z.infer<typeof configSchema>,
  text: z.infer<typeof textSchema>,
): ModelFacts {
  const vision = config.vision_config ?? {};
  const linearLayers = text.layer_types?.filter((type) => type === 'linear_attention').length ?? 0;
  return {
    modelType,
    hidden: text.hidden_size,
    intermediate: text.intermediate_size,
    heads: text.num_attention_heads,
    keyValueHeads: text.num_key_value_heads ?? text.num_attention_heads,
    headDim: text.head_dim ?? Math.ceil(text.hidden_size / text.num_attention_heads),
    attentionLayers: text.num_hidden_layers - linearLayers,
    recurrentValues: linearLayers * recurrentValuesOfLayer(text),
    vocabulary: text.vocab_size ?? config.vocab_size ?? 0,
    contextTokens: text.max_position_embeddings,
    vision: {
      hidden: vision.embed_dim ?? vision.hidden_size ?? text.hidden_size,
      intermediate: vision.intermediate_size ?? 0,
      heads: vision.num_attention_heads ?? vision.num_heads ?? text.num_attention_heads,
    },
    externalData: config['transformers.js_config']?.use_external_data_format ?? false,
  };
}

/** Gated delta net (arXiv 2412.06464): a matrix for each value head, and the convolution's last inputs. */
function recurrentValuesOfLayer(text: z.infer<typeof textSchema>): number {
  const { linear_num_key_heads: keyHeads = 0, linear_key_head_dim: keyDim = 0 } = text;
  const { linear_num_value_heads: valueHeads = 0, linear_value_head_dim: valueDim = 0 } = text;
  const channels = 2 * keyHeads * keyDim + valueHeads * valueDim;
  return valueHeads * valueDim * keyDim + channels * (text.linear_conv_kernel_dim ?? 0);
}

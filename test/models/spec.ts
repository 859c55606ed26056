/** Precisions a checkpoint can be written in; file names carry a suffix each, see `DTYPE_SUFFIX`. */
export const DTYPES = ['fp32', 'q4', 'q8'] as const;

export type Dtype = (typeof DTYPES)[number];

/** What transformers.js appends to a session's file name. */
export const DTYPE_SUFFIX: Record<Dtype, string> = { fp32: '', q4: '_q4', q8: '_quantized' };

/** The three sessions of every image-text-to-text checkpoint, by file name. */
export const SESSIONS = ['embed_tokens', 'vision_encoder', 'decoder_model_merged'] as const;

export type SessionName = (typeof SESSIONS)[number];

/**
 * How attention over the cache is written. `gqa`: one GroupQueryAttention operator that rotates queries and keys itself, as in
 * published exports. `plain`: MatMul and Softmax, which also take several rows of new tokens over a filled cache.
 */
export type AttentionForm = 'gqa' | 'plain';

/** A decoder of the Llama kind. */
export interface TextDims {
  hidden: number;
  layers: number;
  heads: number;
  keyValueHeads: number;
  headDim: number;
  intermediate: number;
  vocabulary: number;
  /** Greatest number of positions. */
  context: number;
  ropeTheta: number;
  rmsNormEps: number;
  /** Whether the output layer is the embedding matrix. */
  tied: boolean;
}

/** A vision transformer. */
export interface VisionDims {
  hidden: number;
  layers: number;
  heads: number;
  intermediate: number;
  /** Side of a patch, in pixels. */
  patch: number;
}

interface CommonSpec {
  seed: number;
  /** A tokenizer.json to take instead of training one; its tokens must come before the family's own special tokens. */
  tokenizer: string | null;
}

export interface SmolVlmSpec extends CommonSpec {
  family: 'smolvlm';
  attention: AttentionForm;
  text: TextDims;
  /** `image`: side of the square picture in pixels. `scale`: patches along a side that become one token. */
  vision: VisionDims & { image: number; scale: number };
}

export type CheckpointSpec = SmolVlmSpec;

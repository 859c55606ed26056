import type { SESSIONS } from '../../src/models/session-files.ts';

/** Precisions a checkpoint can be written in, of those that Loupe runs. */
export const DTYPES = ['fp32', 'q4', 'q8'] as const;

export type Dtype = (typeof DTYPES)[number];

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

export interface QwenTextDims extends TextDims {
  /** Part of a head that is rotated. */
  rotaryWidth: number;
  /** Angles that follow time, row and column; rows and columns take every third angle as long as theirs last. */
  ropeSections: readonly [time: number, row: number, column: number];
}

export interface QwenVisionDims extends VisionDims {
  /** Patches along a side that become one token. */
  merge: number;
  /** Pictures that become one patch in time. */
  temporalPatch: number;
  /** Side of the square of learned position embeddings. */
  positionsSide: number;
}

/** Layers that keep a convolution state and a recurrent state instead of keys and values. */
export interface RecurrentDims {
  layers: readonly number[];
  heads: number;
  keyDim: number;
  valueDim: number;
  /** Tokens that the convolution sees at a time. */
  kernel: number;
}

export interface Qwen3VlSpec extends CommonSpec {
  family: 'qwen3_vl';
  text: QwenTextDims;
  vision: QwenVisionDims;
}

export interface Qwen35Spec extends CommonSpec {
  family: 'qwen3_5';
  text: QwenTextDims;
  recurrent: RecurrentDims;
  vision: QwenVisionDims;
}

export type QwenSpec = Qwen3VlSpec | Qwen35Spec;

export type CheckpointSpec = SmolVlmSpec | QwenSpec;

import type {
  AttentionForm,
  CheckpointSpec,
  Qwen3VlSpec,
  Qwen35Spec,
  QwenTextDims,
  QwenVisionDims,
  SmolVlmSpec,
} from './spec.ts';

const SEED = 7;

function tinySmolVlm(attention: AttentionForm): SmolVlmSpec {
  return {
    family: 'smolvlm',
    seed: SEED,
    tokenizer: null,
    attention,
    text: {
      hidden: 128,
      layers: 4,
      heads: 4,
      keyValueHeads: 2,
      headDim: 32,
      intermediate: 256,
      vocabulary: 2048,
      context: 4096,
      ropeTheta: 100_000,
      rmsNormEps: 1e-5,
      tied: false,
    },
    vision: { hidden: 64, layers: 2, heads: 2, intermediate: 128, image: 64, patch: 16, scale: 2 },
  };
}

const QWEN_TEXT: QwenTextDims = {
  hidden: 128,
  layers: 4,
  heads: 4,
  keyValueHeads: 2,
  headDim: 32,
  intermediate: 256,
  vocabulary: 2048,
  context: 4096,
  ropeTheta: 5_000_000,
  rmsNormEps: 1e-6,
  tied: true,
  rotaryWidth: 32,
  ropeSections: [6, 5, 5],
};

const QWEN_VISION: QwenVisionDims = {
  hidden: 64,
  layers: 2,
  heads: 2,
  intermediate: 128,
  patch: 16,
  merge: 2,
  temporalPatch: 2,
  positionsSide: 8,
};

const TINY_QWEN3_VL: Qwen3VlSpec = {
  family: 'qwen3_vl',
  seed: SEED,
  tokenizer: null,
  text: QWEN_TEXT,
  vision: QWEN_VISION,
};

/** Three recurrent layers before each attending one, a quarter of each head rotated: as Qwen3.5 has it. */
const TINY_QWEN3_5: Qwen35Spec = {
  family: 'qwen3_5',
  seed: SEED,
  tokenizer: null,
  text: { ...QWEN_TEXT, headDim: 64, ropeTheta: 10_000_000, rotaryWidth: 16, ropeSections: [3, 3, 2] },
  recurrent: { layers: [0, 1, 2], heads: 4, keyDim: 32, valueDim: 32, kernel: 4 },
  vision: QWEN_VISION,
};

/** Dimensions of HuggingFaceTB/SmolVLM2-256M-Video-Instruct and -500M-Video-Instruct, which share their vision encoder. */
function smolVlm2(attention: AttentionForm, text: Partial<SmolVlmSpec['text']>): SmolVlmSpec {
  return {
    ...tinySmolVlm(attention),
    text: {
      hidden: 576,
      layers: 30,
      heads: 9,
      keyValueHeads: 3,
      headDim: 64,
      intermediate: 1536,
      vocabulary: 49_280,
      context: 8192,
      ropeTheta: 100_000,
      rmsNormEps: 1e-5,
      tied: false,
      ...text,
    },
    vision: { hidden: 768, layers: 12, heads: 12, intermediate: 3072, image: 512, patch: 16, scale: 4 },
  };
}

const TEXT_500M = { hidden: 960, layers: 32, heads: 15, keyValueHeads: 5, intermediate: 2560 };

/** The embedded model's dimensions, as training/embedded/model.py has them. */
const LOUPE_SMALL: SmolVlmSpec = {
  ...tinySmolVlm('gqa'),
  text: {
    hidden: 256,
    layers: 6,
    heads: 4,
    keyValueHeads: 2,
    headDim: 64,
    intermediate: 640,
    vocabulary: 1024,
    context: 2048,
    ropeTheta: 100_000,
    rmsNormEps: 1e-5,
    tied: true,
  },
  vision: { hidden: 192, layers: 4, heads: 3, intermediate: 768, image: 96, patch: 16, scale: 2 },
};

/** Checkpoints that tests and benches ask for by name. */
export const PRESETS = {
  'tiny-smolvlm': tinySmolVlm('gqa'),
  'tiny-smolvlm-plain': tinySmolVlm('plain'),
  'tiny-qwen3-vl': TINY_QWEN3_VL,
  'tiny-qwen3-5': TINY_QWEN3_5,
  'loupe-small': LOUPE_SMALL,
  'smolvlm2-256m': smolVlm2('gqa', {}),
  'smolvlm2-256m-plain': smolVlm2('plain', {}),
  'smolvlm2-500m': smolVlm2('gqa', TEXT_500M),
} satisfies Record<string, CheckpointSpec>;

export type Preset = keyof typeof PRESETS;

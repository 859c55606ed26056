import type { Qwen35Spec, QwenSpec } from '../spec.ts';
import { makeTokenizer, type Tokenizer } from '../tokenizer/tokenizer.ts';

const SPECIAL = [
  'endoftext',
  'im_start',
  'im_end',
  'object_ref_start',
  'object_ref_end',
  'box_start',
  'box_end',
  'quad_start',
  'quad_end',
  'vision_start',
  'vision_end',
  'vision_pad',
  'image_pad',
  'video_pad',
].map((name) => `<|${name}|>`);

/** Tokens of their own that are nevertheless text. */
const TAGS = ['<tool_call>', '</tool_call>', '<tool_response>', '</tool_response>', '<think>', '</think>'];

/** How the published tokenizers cut text before merging. */
const PIECES =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

/** The same for JavaScript engines without inline flags. */
const CUT = new RegExp(PIECES.replace("(?i:'s|'t|'re|'ve|'m|'ll|'d)", "'(?:[sStTmMdD]|[rRvV][eE]|[lL][lL])"), 'gu');

/** "<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>…text<|im_end|>\n…<|im_start|>assistant\n". */
const CHAT_TEMPLATE = [
  '{% for message in messages %}',
  "{{ '<|im_start|>' + message['role'] + '\\n' }}",
  "{% if message['content'] is string %}{{ message['content'] }}",
  "{% else %}{% for part in message['content'] %}",
  "{{ '<|vision_start|><|image_pad|><|vision_end|>' if part['type'] == 'image' else part['text'] }}",
  '{% endfor %}{% endif %}',
  "{{ '<|im_end|>\\n' }}",
  '{% endfor %}',
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}",
].join('');

/** Qwen3.5 begins its answer with thoughts, or with none in an empty tag. */
const THINKING = "{{ '<think>\\n' if enable_thinking else '<think>\\n\\n</think>\\n\\n' }}";

export function qwenTokenizer({ text, tokenizer }: QwenSpec): Tokenizer {
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false };
  return makeTokenizer({
    path: tokenizer,
    vocabulary: text.vocabulary,
    head: [],
    tail: SPECIAL,
    tags: TAGS,
    cut: CUT,
    preTokenizer: {
      type: 'Sequence',
      pretokenizers: [{ type: 'Split', pattern: { Regex: PIECES }, behavior: 'Isolated', invert: false }, byteLevel],
    },
    normalizer: { type: 'NFC' },
  });
}

/** Contents of the folder's JSON files, by name. */
export function qwenFiles(spec: QwenSpec, tokenizer: Tokenizer): Record<string, object> {
  const { family, text } = spec;
  const endings = [tokenizer.id('<|im_end|>'), tokenizer.id('<|endoftext|>')];
  const template = `${CHAT_TEMPLATE}${family === 'qwen3_5' ? THINKING : ''}{% endif %}`;
  return {
    'config.json': {
      architectures: [family === 'qwen3_5' ? 'Qwen3_5ForConditionalGeneration' : 'Qwen3VLForConditionalGeneration'],
      model_type: family,
      image_token_id: tokenizer.id('<|image_pad|>'),
      video_token_id: tokenizer.id('<|video_pad|>'),
      vision_start_token_id: tokenizer.id('<|vision_start|>'),
      vision_end_token_id: tokenizer.id('<|vision_end|>'),
      tie_word_embeddings: text.tied,
      is_encoder_decoder: false,
      text_config: textConfig(spec, endings[0] ?? 0),
      vision_config: visionConfig(spec),
    },
    'generation_config.json': {
      bos_token_id: tokenizer.id('<|endoftext|>'),
      eos_token_id: endings,
      pad_token_id: tokenizer.id('<|endoftext|>'),
    },
    'preprocessor_config.json': preprocessorConfig(spec),
    'tokenizer.json': tokenizer.json,
    'tokenizer_config.json': {
      add_prefix_space: false,
      added_tokens_decoder: Object.fromEntries(tokenizer.json.added_tokens.map(({ id, ...token }) => [id, token])),
      bos_token: null,
      eos_token: '<|im_end|>',
      pad_token: '<|endoftext|>',
      unk_token: null,
      clean_up_tokenization_spaces: false,
      model_max_length: text.context,
      processor_class: 'Qwen3VLProcessor',
      tokenizer_class: 'Qwen2Tokenizer',
      chat_template: template,
    },
  };
}

function textConfig(spec: QwenSpec, eosToken: number): object {
  const { family, text } = spec;
  const rope = {
    mrope_interleaved: true,
    mrope_section: text.ropeSections,
    rope_type: 'default',
    rope_theta: text.ropeTheta,
  };
  return {
    model_type: `${family}_text`,
    attention_bias: false,
    eos_token_id: eosToken,
    head_dim: text.headDim,
    hidden_act: 'silu',
    hidden_size: text.hidden,
    intermediate_size: text.intermediate,
    max_position_embeddings: text.context,
    num_attention_heads: text.heads,
    num_hidden_layers: text.layers,
    num_key_value_heads: text.keyValueHeads,
    rms_norm_eps: text.rmsNormEps,
    rope_parameters: { ...rope, partial_rotary_factor: text.rotaryWidth / text.headDim },
    tie_word_embeddings: text.tied,
    vocab_size: text.vocabulary,
    ...(family === 'qwen3_5' ? recurrentConfig(spec) : {}),
  };
}

function recurrentConfig({ recurrent, text }: Qwen35Spec): object {
  const typeOf = (layer: number): string => (recurrent.layers.includes(layer) ? 'linear_attention' : 'full_attention');
  return {
    layer_types: Array.from({ length: text.layers }, (_, layer) => typeOf(layer)),
    linear_conv_kernel_dim: recurrent.kernel,
    linear_key_head_dim: recurrent.keyDim,
    linear_value_head_dim: recurrent.valueDim,
    linear_num_key_heads: recurrent.heads,
    linear_num_value_heads: recurrent.heads,
  };
}

function visionConfig({ family, text, vision }: QwenSpec): object {
  return {
    model_type: family === 'qwen3_5' ? 'qwen3_5_vision' : 'qwen3_vl',
    // Features that the published Qwen3-VL adds inside the decoder have no place in the sessions' interface.
    deepstack_visual_indexes: [],
    depth: vision.layers,
    hidden_act: 'gelu_pytorch_tanh',
    hidden_size: vision.hidden,
    in_channels: 3,
    intermediate_size: vision.intermediate,
    num_heads: vision.heads,
    num_position_embeddings: vision.positionsSide ** 2,
    out_hidden_size: text.hidden,
    patch_size: vision.patch,
    spatial_merge_size: vision.merge,
    temporal_patch_size: vision.temporalPatch,
  };
}

/** A picture is shown with 4 to 16 tokens; the edges are areas in pixels, whatever they are called. */
function preprocessorConfig({ vision }: QwenSpec): object {
  const tokenArea = (vision.patch * vision.merge) ** 2;
  return {
    image_processor_type: 'Qwen2VLImageProcessorFast',
    processor_class: 'Qwen3VLProcessor',
    do_convert_rgb: true,
    do_normalize: true,
    do_rescale: true,
    do_resize: true,
    image_mean: [0.5, 0.5, 0.5],
    image_std: [0.5, 0.5, 0.5],
    merge_size: vision.merge,
    patch_size: vision.patch,
    resample: 3,
    rescale_factor: 1 / 255,
    size: { shortest_edge: 4 * tokenArea, longest_edge: 16 * tokenArea },
    temporal_patch_size: vision.temporalPatch,
  };
}

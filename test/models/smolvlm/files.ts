import type { SmolVlmSpec } from '../spec.ts';
import { makeTokenizer, type Tokenizer } from '../tokenizer/tokenizer.ts';

/** Sub-pictures that splitting may make along a side; the tokens for them exist, splitting is not used here. */
const MAX_SPLITS = 6;

const splits = Array.from({ length: MAX_SPLITS }, (_, index) => index + 1);

const TAIL = [
  '<global-img>',
  ...splits.flatMap((row) => splits.map((column) => `<row_${row}_col_${column}>`)),
  '<fake_token_around_image>',
  '<image>',
  '<end_of_utterance>',
];

/** "User:<image>…text<end_of_utterance>\n…Assistant:", with a space after the colon where a message begins with text. */
const CHAT_TEMPLATE = [
  '<|im_start|>',
  '{% for message in messages %}',
  "{{ message['role'] | capitalize }}{{ ':' if message['content'][0]['type'] == 'image' else ': ' }}",
  "{% for part in message['content'] %}{{ '<image>' if part['type'] == 'image' else part['text'] }}{% endfor %}",
  '<end_of_utterance>\n',
  '{% endfor %}',
  "{{ 'Assistant:' if add_generation_prompt else '' }}",
].join('');

export function smolVlmTokenizer({ text, tokenizer }: SmolVlmSpec): Tokenizer {
  return makeTokenizer({
    path: tokenizer,
    vocabulary: text.vocabulary,
    head: ['<|endoftext|>', '<|im_start|>', '<|im_end|>'],
    tail: TAIL,
    cut: /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu,
    preTokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Digits', individual_digits: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      ],
    },
    normalizer: null,
  });
}

/** Contents of the folder's JSON files, by name. */
export function smolVlmFiles(spec: SmolVlmSpec, tokenizer: Tokenizer): Record<string, object> {
  const { text, vision } = spec;
  const ids = {
    bos_token_id: tokenizer.id('<|im_start|>'),
    eos_token_id: tokenizer.id('<end_of_utterance>'),
    pad_token_id: tokenizer.id('<|im_end|>'),
  };
  const imageToken = tokenizer.id('<image>');
  return {
    'config.json': {
      architectures: ['SmolVLMForConditionalGeneration'],
      model_type: 'smolvlm',
      image_token_id: imageToken,
      ...ids,
      scale_factor: vision.scale,
      tie_word_embeddings: text.tied,
      vocab_size: text.vocabulary,
      is_encoder_decoder: false,
      text_config: {
        model_type: 'llama',
        hidden_act: 'silu',
        hidden_size: text.hidden,
        num_hidden_layers: text.layers,
        num_attention_heads: text.heads,
        num_key_value_heads: text.keyValueHeads,
        head_dim: text.headDim,
        intermediate_size: text.intermediate,
        vocab_size: text.vocabulary,
        max_position_embeddings: text.context,
        rope_theta: text.ropeTheta,
        rms_norm_eps: text.rmsNormEps,
        tie_word_embeddings: text.tied,
        ...ids,
      },
      vision_config: {
        model_type: 'smolvlm_vision',
        hidden_act: 'gelu_pytorch_tanh',
        hidden_size: vision.hidden,
        num_hidden_layers: vision.layers,
        num_attention_heads: vision.heads,
        intermediate_size: vision.intermediate,
        image_size: vision.image,
        patch_size: vision.patch,
        layer_norm_eps: 1e-6,
      },
    },
    'generation_config.json': ids,
    'preprocessor_config.json': {
      image_processor_type: 'SmolVLMImageProcessor',
      processor_class: 'SmolVLMProcessor',
      do_convert_rgb: true,
      do_image_splitting: true,
      do_normalize: true,
      do_pad: true,
      do_rescale: true,
      do_resize: true,
      image_mean: [0.5, 0.5, 0.5],
      image_std: [0.5, 0.5, 0.5],
      max_image_size: { longest_edge: vision.image },
      resample: 1,
      rescale_factor: 1 / 255,
      size: { longest_edge: 4 * vision.image },
    },
    'processor_config.json': {
      image_seq_len: (vision.image / vision.patch / vision.scale) ** 2,
      processor_class: 'SmolVLMProcessor',
    },
    'tokenizer.json': tokenizer.json,
    'tokenizer_config.json': {
      add_prefix_space: false,
      added_tokens_decoder: Object.fromEntries(tokenizer.json.added_tokens.map(({ id, ...token }) => [id, token])),
      bos_token: '<|im_start|>',
      eos_token: '<end_of_utterance>',
      pad_token: '<|im_end|>',
      unk_token: '<|endoftext|>',
      clean_up_tokenization_spaces: false,
      model_max_length: text.context,
      padding_side: 'left',
      processor_class: 'SmolVLMProcessor',
      tokenizer_class: 'GPT2Tokenizer',
      chat_template: CHAT_TEMPLATE,
    },
  };
}

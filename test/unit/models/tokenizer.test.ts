import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PreTrainedTokenizer } from '@huggingface/transformers';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../models/presets.ts';
import { qwenFiles, qwenTokenizer } from '../../models/qwen/files.ts';
import { smolVlmFiles, smolVlmTokenizer } from '../../models/smolvlm/files.ts';
import type { SmolVlmSpec } from '../../models/spec.ts';
import { trainBpe } from '../../models/tokenizer/train-bpe.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The tokenizer as transformers.js makes it of a checkpoint's files. */
const load = (files: Record<string, object>): PreTrainedTokenizer =>
  new PreTrainedTokenizer(files['tokenizer.json'] ?? {}, files['tokenizer_config.json'] ?? {});

function smolVlm(spec: SmolVlmSpec): PreTrainedTokenizer {
  return load(smolVlmFiles(spec, smolVlmTokenizer(spec)));
}

const qwen = (preset: 'tiny-qwen3-vl' | 'tiny-qwen3-5'): PreTrainedTokenizer =>
  load(qwenFiles(PRESETS[preset], qwenTokenizer(PRESETS[preset])));

const encode = (tokenizer: PreTrainedTokenizer, text: string): number[] =>
  tokenizer.encode(text, { add_special_tokens: false });

const TINY = { smolvlm: () => smolVlm(PRESETS['tiny-smolvlm']), qwen3_vl: () => qwen('tiny-qwen3-vl') };

describe.each(Object.entries(TINY))('the trained tokenizer of %s', (_, make) => {
  const tokenizer = make();

  it.each(['Yes', ' Yes', 'No', ' No', 'yes', ' yes', 'no', ' no', '<', 'think', '>', 'answer'])(
    'has one token for "%s"',
    (text) => {
      expect(encode(tokenizer, text)).toHaveLength(1);
    },
  );

  it('gives text back, whatever is in it', () => {
    const text = "The cat's tail at 1.25 s — naïve, 日本語, <b> \n\t";
    expect(tokenizer.decode(encode(tokenizer, text), { clean_up_tokenization_spaces: false })).toBe(text);
  });

  it('has a token for every id', () => {
    const tokens = Array.from({ length: 2048 }, (_, id) => tokenizer.decode([id], { skip_special_tokens: false }));
    expect(tokens.filter((token) => token === '')).toEqual([]);
  });
});

const MESSAGES = [{ role: 'user', content: [{ type: 'image' }, { type: 'text', text: 'Is it red?' }] }];

// The messages' content is a list of parts, which the declared type leaves out.
const render = (tokenizer: PreTrainedTokenizer): unknown =>
  tokenizer.apply_chat_template(MESSAGES as never, { add_generation_prompt: true, tokenize: false });

describe('chat templates', () => {
  it('render as the published ones', () => {
    expect(render(TINY.smolvlm())).toBe('<|im_start|>User:<image>Is it red?<end_of_utterance>\nAssistant:');
    const question =
      '<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>Is it red?<|im_end|>\n<|im_start|>assistant\n';
    expect(render(TINY.qwen3_vl())).toBe(question);
    expect(render(qwen('tiny-qwen3-5'))).toBe(`${question}<think>\n\n</think>\n\n`);
  });
});

describe('special tokens', () => {
  it('are one token each and left out of what is shown', () => {
    const tokenizer = TINY.smolvlm();
    expect(encode(tokenizer, '<fake_token_around_image><global-img><image>')).toHaveLength(3);
    expect(tokenizer.decode(encode(tokenizer, 'Yes<end_of_utterance>'), { skip_special_tokens: true })).toBe('Yes');
  });

  it('stay in sight where they are tags', () => {
    const tokenizer = TINY.qwen3_vl();
    expect(encode(tokenizer, '<think></think>')).toHaveLength(2);
    expect(tokenizer.decode(encode(tokenizer, '<think>No'), { skip_special_tokens: true })).toBe('<think>No');
  });
});

describe('an existing tokenizer', () => {
  const folder = temporaryFolder();

  it('keeps its ids and gets the tokens that pictures need at the end', () => {
    const path = join(folder(), 'tokenizer.json');
    const vocabulary = 2100;
    const { json } = smolVlmTokenizer(PRESETS['tiny-smolvlm']);
    // As a text model's: without what belongs to pictures.
    writeFileSync(path, JSON.stringify({ ...json, added_tokens: json.added_tokens.slice(0, 3) }));
    const text = { ...PRESETS['tiny-smolvlm'].text, vocabulary };
    const tokenizer = smolVlm({ ...PRESETS['tiny-smolvlm'], text, tokenizer: path });
    expect(encode(tokenizer, ' Yes')).toEqual([json.model.vocab.ĠYes]);
    expect(encode(tokenizer, '<end_of_utterance>')).toEqual([vocabulary - 1]);
    expect(encode(tokenizer, '<image>')).toEqual([vocabulary - 2]);
  });
});

describe('trainBpe', () => {
  it('merges the most frequent pair first, among equals the one that sorts first', () => {
    const merges = trainBpe(
      new Map([
        ['abab', 3],
        ['cd', 3],
        ['ef', 1],
      ]),
      4,
    );
    expect(merges).toEqual([
      ['a', 'b'],
      ['ab', 'ab'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });
});

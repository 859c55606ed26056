import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a small SmolVLM's config.json says. */
export const SMOLVLM_CONFIG = {
  model_type: 'smolvlm',
  text_config: {
    hidden_size: 576,
    intermediate_size: 1536,
    num_hidden_layers: 30,
    num_attention_heads: 9,
    num_key_value_heads: 3,
    head_dim: 64,
    vocab_size: 49_280,
    max_position_embeddings: 8192,
  },
  vision_config: { hidden_size: 768, intermediate_size: 3072, num_attention_heads: 12 },
};

const SESSION_NAMES = ['embed_tokens', 'vision_encoder', 'decoder_model_merged'];

/** Files of a usable model in q8, by path. */
export function modelFiles(): Record<string, string> {
  return {
    'config.json': JSON.stringify(SMOLVLM_CONFIG),
    'tokenizer.json': '{}',
    'tokenizer_config.json': '{}',
    'preprocessor_config.json': '{}',
    ...Object.fromEntries(SESSION_NAMES.map((name) => [`onnx/${name}_quantized.onnx`, `weights of ${name}`])),
  };
}

/** Writes files into a new folder and gives its path. */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'loupe-models-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The files, with a folder's name before each path. */
export function inFolder(name: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${name}/${path}`, content]));
}

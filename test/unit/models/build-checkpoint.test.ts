import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCheckpoint } from '../../models/build-checkpoint.ts';
import { PRESETS } from '../../models/presets.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Hashes of all files of a folder, by path. */
function hashes(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  const digest = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return Object.fromEntries(paths.sort().map((path) => [path, digest(path)]));
}

describe('buildCheckpoint', () => {
  const root = temporaryFolder();

  it('writes the files that the hub has, each the same bytes every time', () => {
    const [first, second] = [join(root(), 'first'), join(root(), 'second')];
    for (const folder of [first, second]) buildCheckpoint(PRESETS['tiny-smolvlm'], folder, ['fp32', 'q4', 'q8']);
    expect(Object.keys(hashes(first))).toEqual([
      'config.json',
      'generation_config.json',
      'onnx/decoder_model_merged.onnx',
      'onnx/decoder_model_merged_q4.onnx',
      'onnx/decoder_model_merged_quantized.onnx',
      'onnx/embed_tokens.onnx',
      'onnx/embed_tokens_q4.onnx',
      'onnx/embed_tokens_quantized.onnx',
      'onnx/vision_encoder.onnx',
      'onnx/vision_encoder_q4.onnx',
      'onnx/vision_encoder_quantized.onnx',
      'preprocessor_config.json',
      'processor_config.json',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    expect(hashes(second)).toEqual(hashes(first));
  });
});

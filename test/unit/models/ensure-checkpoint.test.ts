import { existsSync, readdirSync, readFileSync, statSync, truncateSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureCheckpoint } from '../../models/ensure-checkpoint.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DECODER = 'onnx/decoder_model_merged_q4.onnx';

describe('ensureCheckpoint', () => {
  const cache = temporaryFolder();
  const ensure = (dtypes: ('q4' | 'q8')[] = ['q4']): string =>
    ensureCheckpoint('tiny-smolvlm', { dtypes, cache: cache() });

  it('builds once', () => {
    const folder = ensure();
    expect(folder).toBe(join(cache(), 'tiny-smolvlm'));
    const built = statSync(join(folder, DECODER));
    ensure();
    expect(statSync(join(folder, DECODER)).ino).toBe(built.ino);
    expect(readdirSync(join(cache(), '.building'))).toEqual([]);
  });

  it('adds a precision that is asked for later', () => {
    const folder = ensure();
    expect(existsSync(join(folder, 'onnx/decoder_model_merged_quantized.onnx'))).toBe(false);
    ensure(['q4', 'q8']);
    expect(existsSync(join(folder, 'onnx/decoder_model_merged_quantized.onnx'))).toBe(true);
  });

  it('builds again what was interrupted before its stamp', () => {
    const folder = ensure();
    const whole = readFileSync(join(folder, DECODER));
    truncateSync(join(folder, DECODER), 100);
    unlinkSync(join(folder, '.built-q4'));
    ensure();
    expect(readFileSync(join(folder, DECODER)).equals(whole)).toBe(true);
  });
});

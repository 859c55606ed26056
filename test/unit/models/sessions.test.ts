import { Tensor } from 'onnxruntime-web';
import { describe, expect, it, vi } from 'vitest';
import { ensureCheckpoint } from '../../models/ensure-checkpoint.ts';
import { PRESETS, type Preset } from '../../models/presets.ts';
import { seeded } from '../../models/weights.ts';
import { decode, emptyStates, floats, integers, nextStates, open } from './run-session.ts';

// The first session of a process compiles the wasm runtime, which takes a busy machine a while.
vi.setConfig({ testTimeout: 60_000 });

const TOKENS = 40;
const TINY = ['tiny-smolvlm', 'tiny-smolvlm-plain', 'tiny-qwen3-vl', 'tiny-qwen3-5'] as const satisfies Preset[];

const axesOf = (preset: Preset): number => (PRESETS[preset].family === 'smolvlm' ? 1 : 3);

const folder = (preset: Preset): string => ensureCheckpoint(preset, { dtypes: ['fp32'] });

const valuesOf = (tensor: Tensor | undefined): Float32Array => {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('There are no numbers.');
  return tensor.data;
};

const greatestDifference = (left: Float32Array, right: Float32Array): number =>
  left.reduce((most, value, index) => Math.max(most, Math.abs(value - (right[index] ?? Number.NaN))), 0);

function embeddings(preset: Preset) {
  const { hidden } = PRESETS[preset].text;
  return { hidden, values: seeded(1)('embeddings', [TOKENS, hidden], { mean: 0, std: 1 }) };
}

/** Logits of all tokens, run in the given pieces. */
async function logits(preset: Preset, pieces: readonly number[]): Promise<Float32Array> {
  const decoder = await open(folder(preset), 'decoder_model_merged');
  const { hidden, values } = embeddings(preset);
  let past = emptyStates(decoder);
  let tokens = 0;
  const parts: Float32Array[] = [];
  for (const piece of pieces) {
    const added = values.slice(tokens * hidden, (tokens + piece) * hidden);
    const outputs = await decode(decoder, { hidden, values: added }, { past, tokens }, axesOf(preset));
    parts.push(valuesOf(outputs.logits));
    past = nextStates(outputs);
    tokens += piece;
  }
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

describe.each(TINY)('the decoder of %s', (preset) => {
  it('gives with a cache what it gives without', async () => {
    const whole = await logits(preset, [TOKENS]);
    expect(whole).toHaveLength(TOKENS * PRESETS[preset].text.vocabulary);
    expect(greatestDifference(await logits(preset, [25, 14, 1]), whole)).toBeLessThan(1e-4);
  });
});

describe('the two forms of attention', () => {
  it('agree', async () => {
    const [fused, plain] = [await logits('tiny-smolvlm', [TOKENS]), await logits('tiny-smolvlm-plain', [TOKENS])];
    expect(greatestDifference(fused, plain)).toBeLessThan(1e-4);
  });
});

describe('vision encoders', () => {
  it('of SmolVLM leave pictures out that pad a batch', async () => {
    const encoder = await open(folder('tiny-smolvlm'), 'vision_encoder');
    const size = 3 * 64 * 64;
    const pixels = seeded(2)('pixels', [2 * size], { mean: 0, std: 0.5 });
    const mask = new Uint8Array(2 * 64 * 64).fill(1).fill(0, 64 * 64);
    const { image_features: features } = await encoder.run({
      pixel_values: floats(pixels, [1, 2, 3, 64, 64]),
      pixel_attention_mask: new Tensor('bool', mask, [1, 2, 64, 64]),
    });
    expect(features?.dims).toEqual([1, 4, 128]);
  });

  it.each(['tiny-qwen3-vl', 'tiny-qwen3-5'] as const)('of %s keep moments apart that share a grid', async (preset) => {
    const encoder = await open(folder(preset), 'vision_encoder');
    const [rows, columns] = [4, 6];
    const patches = rows * columns;
    const width = 3 * 2 * 16 * 16;
    const run = async (values: Float32Array, moments: number): Promise<Float32Array> => {
      const { image_features: features } = await encoder.run({
        pixel_values: floats(values, [moments * patches, width]),
        image_grid_thw: integers([moments, rows, columns], [1, 3]),
      });
      expect(features?.dims).toEqual([(moments * patches) / 4, 128]);
      return valuesOf(features);
    };
    const pixels = seeded(2)('pixels', [2 * patches * width], { mean: 0, std: 0.5 });
    const both = await run(pixels, 2);
    const first = await run(pixels.slice(0, patches * width), 1);
    const second = await run(pixels.slice(patches * width), 1);
    expect(greatestDifference(Float32Array.from([...first, ...second]), both)).toBeLessThan(1e-5);
    expect(greatestDifference(first, second)).toBeGreaterThan(0.1);
  });
});

import { describe, expect, test } from 'vitest';
import { type AviOptions, writeAvi } from '../../fixtures/write-avi.ts';
import { decodeAll } from './decode-all.ts';

const WIDTH = 18;
const HEIGHT = 6;
const SIZE = { width: WIDTH, height: HEIGHT, frameRate: 25 };

async function smallOf(data: Uint8Array, options: Pick<AviOptions, 'code' | 'bitsPerPixel' | 'extra'>) {
  const file = new File([writeAvi([{ data, key: true }], { ...SIZE, ...options })], 'raw.avi');
  const small = (await decodeAll(file)).frames[0]?.small;
  if (!small) throw new Error('No frame came.');
  return small;
}

/** Luma that rises to the right and downwards, with one Cb and one Cr. */
const lumaAt = (x: number, y: number): number => 20 + 9 * x + 5 * y;
const CB = 90;
const CR = 200;

const plane = new Uint8Array(WIDTH * HEIGHT).map((_, i) => lumaAt(i % WIDTH, Math.floor(i / WIDTH)));
const chroma = (value: number) => new Uint8Array((WIDTH * HEIGHT) / 4).fill(value);
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const pairs = (lumaFirst: boolean): Uint8Array =>
  Uint8Array.from(
    [...plane].flatMap((luma, i) => {
      const shared = i % 2 === 0 ? CB : CR;
      return lumaFirst ? [luma, shared] : [shared, luma];
    }),
  );

describe('uncompressed pictures', () => {
  test.each([
    ['I420', joined(plane, chroma(CB), chroma(CR))],
    ['YV12', joined(plane, chroma(CR), chroma(CB))],
    [
      'NV12',
      joined(
        plane,
        new Uint8Array((WIDTH * HEIGHT) / 2).map((_, i) => (i % 2 === 0 ? CB : CR)),
      ),
    ],
    ['YUY2', pairs(true)],
    ['UYVY', pairs(false)],
  ])('%s', async (code, data) => {
    const small = await smallOf(data, { code });
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        expect(small.luma[y * WIDTH + x]).toBeCloseTo(((lumaAt(x, y) - 16) * 255) / 219, 3);
      }
    }
    expect(new Set(small.cb)).toEqual(new Set([Math.round(128 + ((CB - 128) * 255) / 224)]));
    expect(new Set(small.cr)).toEqual(new Set([Math.round(128 + ((CR - 128) * 255) / 224)]));
  });

  test.each([8, 24, 32])('RGB with %d bits a pixel stands upright, in its colours', async (bitsPerPixel) => {
    const step = bitsPerPixel / 8;
    const stride = Math.ceil((WIDTH * step) / 4) * 4;
    const data = new Uint8Array(stride * HEIGHT);
    // The first row in the file is the lowest of the picture: red, the rest black.
    for (let x = 0; x < WIDTH; x++) data[x * step + (step === 1 ? 0 : 2)] = step === 1 ? 7 : 255;
    const palette = new Uint8Array(1024);
    palette.set([0, 0, 255, 0], 4 * 7);
    const small = await smallOf(data, { code: '', bitsPerPixel, ...(step === 1 ? { extra: palette } : {}) });
    for (let i = 0; i < WIDTH * HEIGHT; i++) {
      const lowest = i >= WIDTH * (HEIGHT - 1);
      expect(small.luma[i]).toBeCloseTo(lowest ? 0.299 * 255 : 0, 3);
    }
    expect(small.cr.at(-1)).toBeGreaterThan(150);
    expect(small.cr[0]).toBe(128);
  });

  test('grey stands upright as it is', async () => {
    // Rows are filled up to 4 bytes.
    const data = new Uint8Array(20 * HEIGHT).map((_, i) => lumaAt(i % 20, Math.floor(i / 20)));
    const small = await smallOf(data, { code: 'Y800', bitsPerPixel: 8 });
    expect(small.luma[0]).toBeCloseTo(lumaAt(0, 0), 3);
    expect(small.luma.at(-1)).toBeCloseTo(lumaAt(WIDTH - 1, HEIGHT - 1), 3);
  });

  test('a frame that is too short is a damaged one', async () => {
    await expect(smallOf(new Uint8Array(50), { code: '' })).rejects.toMatchObject({ code: 'corrupt_file' });
    await expect(smallOf(new Uint8Array(50), { code: 'I420' })).rejects.toMatchObject({ code: 'corrupt_file' });
  });
});

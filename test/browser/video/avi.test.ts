import { afterEach, describe, expect, test, vi } from 'vitest';
import { B_FRAMES } from '../../fixtures/b-frames.ts';
import { corrupted, truncated } from '../../fixtures/bad-files.ts';
import { type RenderedAviOptions, renderAvi } from '../../fixtures/render-avi.ts';
import { readBarcode } from '../../fixtures/scene.ts';
import { writeAvi } from '../../fixtures/write-avi.ts';
import { type DecodedClip, decodeAll } from './decode-all.ts';

const base = { width: 320, height: 180, frames: 24, frameRate: 24 };
const mjpeg: RenderedAviOptions = { ...base, codec: 'mjpeg' };

const inOrder = (count: number) => Array.from({ length: count }, (_, i) => i);
const barcodes = ({ frames }: DecodedClip) => frames.map(({ small }) => readBarcode(small));
const indices = ({ frames }: DecodedClip) => frames.map(({ index }) => index);

/** 32 × 32 pixels, the left half black and the right half white, without the Huffman tables that it is coded with. */
const BARE_JPEG =
  '/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgEBAQEBAUFBQUFBQYGBgYGBgYGBgYGBgYHBwcICAgHBwcGBgcHCAgICAkJCQgICAgJCQoKCgwMCw' +
  'sODg4RERT/wAARCAAgACADASIAAhEAAxEA/9oADAMBAAIRAxEAPwD5/ooooA+/6KKKAPgCiiigD7/ooooA/9k=';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

afterEach(() => void vi.unstubAllGlobals());

describe('every frame of an AVI file comes once, at its time', () => {
  test.each([
    ['Motion JPEG', mjpeg],
    ['H.264', { ...base, codec: 'avc' }],
    ['VP8', { ...base, codec: 'vp8' }],
    ['VP9', { ...base, codec: 'vp9' }],
    ['AV1', { ...base, codec: 'av1' }],
    ['uncompressed RGB', { ...base, codec: 'rgb24' }],
  ] as [string, RenderedAviOptions][])('%s', async (codec, options) => {
    const decoded = await decodeAll(await renderAvi(options));
    expect(decoded.clip).toMatchObject({ container: 'AVI', codec, width: 320, height: 180, frameCount: 24 });
    expect(decoded.clip).toMatchObject({ frameCountExact: true, variableFrameRate: false, hasAudio: false });
    expect(decoded.clip.frameRate).toBeCloseTo(24);
    expect(decoded.clip.durationSeconds).toBeCloseTo(1);
    expect(decoded.notices).toEqual([]);
    expect(indices(decoded)).toEqual(inOrder(24));
    expect(barcodes(decoded)).toEqual(inOrder(24));
    for (const { index, timeSeconds, durationSeconds, small } of decoded.frames) {
      expect(timeSeconds).toBeCloseTo(index / 24);
      expect(durationSeconds).toBeCloseTo(1 / 24);
      expect(small).toMatchObject({ width: 256, height: 144 });
    }
    expect(decoded.stills.length).toBe(24);
  });

  test.each([
    ['an index with offsets from the start of the file', { index: 'absolute' }],
    ["OpenDML's index over two parts", { index: 'openDml' }],
    ['no index', { index: 'none' }],
    ['frames in groups with sound', { grouped: true }],
    ['frames in groups with sound, without an index', { grouped: true, index: 'none' }],
  ] as [string, Partial<RenderedAviOptions>][])('%s', async (_, layout) => {
    for (const codec of ['mjpeg', 'avc'] as const) {
      const decoded = await decodeAll(await renderAvi({ ...base, codec, ...layout }));
      expect(barcodes(decoded)).toEqual(inOrder(24));
      expect(decoded.clip.hasAudio).toBe(layout.grouped === true);
      expect(decoded.notices).toEqual([]);
    }
  });

  test('H.264 with lengths instead of start codes', async () => {
    const decoded = await decodeAll(await renderAvi({ ...base, codec: 'avc', avcRecord: true }));
    expect(decoded.clip.codecString).toMatch(/^avc1\.42/);
    expect(barcodes(decoded)).toEqual(inOrder(24));
  });

  test('H.264 that is stored in another order than it is shown in', async () => {
    const frames = B_FRAMES.map((unit) => ({
      data: bytesOf(unit),
      // Some writers call every frame a key frame.
      key: true,
    }));
    const file = new File([writeAvi(frames, { code: 'X264', width: 96, height: 48, frameRate: 25 })], 'b.avi');
    expect(barcodes(await decodeAll(file))).toEqual(inOrder(12));
    const part = await decodeAll(file, { maxAnalysisFrames: 4, stretchFrames: 2 });
    expect(part.plan.runs).toBe(2);
    expect(barcodes(part)).toEqual(indices(part));
  });

  test.each(['mjpeg', 'avc'] as const)('a long clip (%s) is looked at in stretches', async (codec) => {
    const file = await renderAvi({ codec, width: 160, height: 96, frames: 240, frameRate: 30, keyFrameDistance: 30 });
    const decoded = await decodeAll(file, { maxAnalysisFrames: 40, stretchFrames: 10 });
    expect(decoded.plan).toEqual({ frameCount: 40, runs: 4, whole: false });
    expect(decoded.frames.length).toBe(40);
    expect(barcodes(decoded)).toEqual(indices(decoded));
    expect(indices(decoded).at(-1)).toBeGreaterThan(200);
  });

  test.each(['mjpeg', 'avc'] as const)('an empty chunk (%s) is the frame before it once more', async (codec) => {
    const nothing = { data: new Uint8Array(0), key: false };
    const file = await renderAvi({
      ...base,
      codec,
      edit: (frames) => [nothing, ...frames.slice(0, 5), nothing, nothing, ...frames.slice(5)],
    });
    const decoded = await decodeAll(file);
    expect(barcodes(decoded)).toEqual([0, 1, 2, 3, 4, 4, 4, ...inOrder(24).slice(5)]);
    expect(decoded.frames[7]?.timeSeconds).toBeCloseTo(7 / 24);
  });

  test('Motion JPEG without Huffman tables', async () => {
    const bytes = writeAvi([{ data: bytesOf(BARE_JPEG), key: true }], {
      code: 'MJPG',
      width: 32,
      height: 32,
      frameRate: 25,
    });
    const { luma } = (await decodeAll(new File([bytes], 'bare.avi'))).frames[0]?.small ?? { luma: [] };
    expect(luma.length).toBe(32 * 32);
    for (let i = 0; i < luma.length; i++) {
      expect(Math.abs((luma[i] ?? 128) - (i % 32 < 16 ? 0 : 255))).toBeLessThan(4);
    }
  });

  test('Motion JPEG in a browser without a decoder for single images', async () => {
    const file = await renderAvi({ ...mjpeg, frames: 3 });
    vi.stubGlobal('ImageDecoder', undefined);
    expect(barcodes(await decodeAll(file))).toEqual([0, 1, 2]);
  });
});

describe('damage', () => {
  test.each(['mjpeg', 'avc', 'rgb24'] as const)('cut off (%s): the frames so far, and a notice', async (codec) => {
    const decoded = await decodeAll(truncated(await renderAvi({ ...base, codec }), 0.6));
    expect(decoded.frames.length).toBeGreaterThan(8);
    expect(decoded.frames.length).toBeLessThan(24);
    expect(barcodes(decoded)).toEqual(inOrder(decoded.frames.length));
    expect(decoded.notices).toEqual([
      { code: 'truncated', message: expect.stringContaining(`of 24 frames, the first ${decoded.frames.length}`) },
    ]);
  });

  test('cut off with OpenDML: the frames of both parts', async () => {
    const decoded = await decodeAll(truncated(await renderAvi({ ...mjpeg, index: 'openDml' }), 0.8));
    expect(decoded.frames.length).toBeGreaterThan(12);
    expect(barcodes(decoded)).toEqual(inOrder(decoded.frames.length));
    expect(decoded.notices.map(({ code }) => code)).toEqual(['truncated']);
  });

  test('a broken chain of chunks without an index is taken up again', async () => {
    const file = await renderAvi({ ...mjpeg, index: 'none' });
    const decoded = await decodeAll(await corrupted(file, 0.4, 0.6, 1));
    const seen = barcodes(decoded);
    expect(seen.slice(0, 8)).toEqual(inOrder(8));
    expect(seen.slice(-8)).toEqual([16, 17, 18, 19, 20, 21, 22, 23]);
    expect(decoded.frames.length).toBeLessThan(24);
    expect(decoded.notices.map(({ code }) => code)).toContain('corrupt');
  });

  test('one damaged JPEG is left out', async () => {
    const file = await renderAvi({
      ...mjpeg,
      edit: (frames) => frames.map((frame, i) => (i === 7 ? { ...frame, data: new Uint8Array(500) } : frame)),
    });
    const decoded = await decodeAll(file);
    expect(indices(decoded)).toEqual(inOrder(24).filter((i) => i !== 7));
    expect(barcodes(decoded)).toEqual(indices(decoded));
    expect(decoded.notices).toEqual([{ code: 'corrupt', message: expect.stringContaining('1 of 24 frames') }]);
  });

  test.each([
    ['XVID', 'MPEG-4 Part 2 (Xvid)'],
    ['cvid', 'Cinepak'],
    ['QQQQ', 'the codec "QQQQ"'],
  ])('the codec %s is named', async (code, name) => {
    await expect(decodeAll(await renderAvi({ ...mjpeg, frames: 2, code }))).rejects.toMatchObject({
      code: 'unsupported_codec',
      message: expect.stringContaining(name),
    });
  });

  test('nothing but a header is too little', async () => {
    const file = await renderAvi({ ...mjpeg, frames: 4 });
    for (const bytes of [20, 100, 400]) {
      await expect(decodeAll(truncated(file, bytes / file.size))).rejects.toMatchObject({ code: 'truncated_file' });
    }
    await expect(decodeAll(await renderAvi({ ...mjpeg, edit: () => [] }))).rejects.toMatchObject({ code: 'no_frames' });
  });
});

import { describe, expect, test } from 'vitest';
import { DecodeSession } from '../../../src/video/decode-session.ts';
import { renderClip } from '../../fixtures/render-clip.ts';
import { renderGif } from '../../fixtures/render-gif.ts';
import type { Scene } from '../../fixtures/scene.ts';
import { decodeAll } from './decode-all.ts';

/** Four upright bars: black, middle grey, white, red. */
const bars: Scene = (context, { width, height }) => {
  ['#000', '#808080', '#fff', '#e02020'].forEach((colour, i) => {
    context.fillStyle = colour;
    context.fillRect((i * width) / 4, 0, width / 4, height);
  });
};

const barClip = (codec: 'avc' | 'vp8' | 'vp9' | 'av1') =>
  renderClip({
    container: codec === 'avc' ? 'mp4' : 'webm',
    codec,
    width: 640,
    height: 160,
    frames: 2,
    frameRate: 10,
    bitrate: 4e6,
    scene: bars,
  });

/** Value in the middle of bar `i` of a plane with rows of `width`. */
const inBar = (plane: ArrayLike<number>, width: number, i: number) =>
  plane[Math.floor(20 * width + ((i + 0.5) * width) / 4)] ?? Number.NaN;

async function pixelInBar(image: Blob, i: number): Promise<number[]> {
  const bitmap = await createImageBitmap(image);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const x = Math.floor(((i + 0.5) * bitmap.width) / 4);
  return [...(context?.getImageData(x, Math.floor(bitmap.height / 2), 1, 1).data ?? [])].slice(0, 3);
}

describe('planes', () => {
  test.each(['avc', 'vp8', 'vp9', 'av1'] as const)('%s: luma in the full range, chroma around 128', async (codec) => {
    const { frames } = await decodeAll(await barClip(codec));
    const small = frames[0]?.small;
    if (!small) throw new Error('No frame.');
    expect(small).toMatchObject({ width: 256, height: 64 });
    [0, 128, 255].forEach((level, i) => {
      expect(Math.abs(inBar(small.luma, 256, i) - level)).toBeLessThan(3);
      expect(Math.abs(inBar(small.cb, 128, i) - 128)).toBeLessThan(3);
      expect(Math.abs(inBar(small.cr, 128, i) - 128)).toBeLessThan(3);
    });
    expect(inBar(small.cr, 128, 3)).toBeGreaterThan(190);
    const native = frames[0]?.native;
    if (!native) throw new Error('No full-resolution luma.');
    expect(native).toMatchObject({ width: 640, height: 160 });
    [0, 128, 255].forEach((level, i) => {
      expect(Math.abs(inBar(native.data, 640, i) - level)).toBeLessThan(4);
    });
  });

  test('GIF: luma of RGB by BT.601', async () => {
    const { frames } = await decodeAll(renderGif({ width: 64, height: 32, frames: 1, delay: 100, scene: bars }));
    const luma = frames[0]?.small.luma ?? [];
    expect([0, 1, 2].map((i) => Math.round(inBar(luma, 64, i)))).toEqual([0, expect.closeTo(128, -1), 255]);
    expect(Math.abs(inBar(luma, 64, 3) - (0.299 * 224 + 0.587 * 32 + 0.114 * 32))).toBeLessThan(6);
  });

  test('the full-resolution crop lies in the middle and is at most 1280 pixels wide', async () => {
    const file = await renderClip({
      container: 'webm',
      codec: 'vp8',
      width: 1600,
      height: 96,
      frames: 1,
      frameRate: 10,
    });
    const { frames } = await decodeAll(file);
    expect(frames[0]?.native).toMatchObject({ width: 1280, height: 96 });
    expect(frames[0]?.native?.data.length).toBe(1280 * 96);
  });

  test.each(['vp8', 'vp9'] as const)('%s with alpha: transparent parts are black', async (codec) => {
    const file = await renderClip({
      container: 'webm',
      codec,
      width: 128,
      height: 64,
      frames: 8,
      frameRate: 10,
      alpha: true,
      scene: (context, { width, height }) => {
        context.fillStyle = '#fff';
        context.fillRect(0, 0, width / 2, height);
      },
    });
    const { clip, frames, notices } = await decodeAll(file);
    expect(clip.hasAlpha).toBe(true);
    expect(notices.map(({ code }) => code)).toEqual(['alpha']);
    expect(frames.length).toBe(8);
    for (const { small } of frames) {
      expect(small.luma[32 * 128 + 32]).toBeGreaterThan(245);
      expect(small.luma[32 * 128 + 96]).toBeLessThan(10);
    }
  });
});

test('alpha stays with its frame where a clip is looked at in stretches', async () => {
  const file = await renderClip({
    container: 'webm',
    codec: 'vp9',
    width: 64,
    height: 64,
    frames: 90,
    frameRate: 30,
    keyFrameInterval: 0.5,
    alpha: true,
    // Opaque white down to a line that falls by half a pixel a frame.
    scene: (context, { index, width }) => {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, 2 * Math.ceil(index / 4) + 8);
    },
  });
  const { frames } = await decodeAll(file, { maxAnalysisFrames: 20, stretchFrames: 5 });
  expect(frames.length).toBe(20);
  for (const { index, small } of frames) {
    const bright = Array.from({ length: 64 }, (_, y) => small.luma[y * 64 + 32] ?? 0).filter((value) => value > 128);
    expect(Math.abs(bright.length - (2 * Math.ceil(index / 4) + 8))).toBeLessThanOrEqual(1);
  }
});

describe('stills', () => {
  test('on the way and afterwards: the colours of the scene', async () => {
    const session = new DecodeSession();
    await session.open(await barClip('avc'));
    await session.start();
    const batch = await session.next();
    const [onTheWay] = batch?.stills ?? [];
    const [afterwards] = await session.stills([1, 77]);
    expect(await session.stills([77])).toEqual([]);
    expect(afterwards).toMatchObject({ index: 1, timeSeconds: expect.closeTo(0.1) });
    await session.close();
    for (const image of [onTheWay?.image, afterwards?.image]) {
      if (!image) throw new Error('No still.');
      expect(image.type).toBe('image/jpeg');
      for (const [i, colour] of [
        [0, [0, 0, 0]],
        [1, [128, 128, 128]],
        [2, [255, 255, 255]],
        [3, [224, 32, 32]],
      ] as const) {
        const pixel = await pixelInBar(image, i);
        colour.forEach((value, channel) => {
          expect(Math.abs((pixel[channel] ?? Number.NaN) - value)).toBeLessThan(12);
        });
      }
    }
  });
});

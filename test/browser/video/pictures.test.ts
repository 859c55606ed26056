import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import type { Picture, PictureRequest } from '../../../src/domain/frame.ts';
import { startDecoder } from '../../../src/evaluate/workers.ts';
import { areaAverage } from '../../../src/kernels/area-average.ts';
import type { FrameBudget } from '../../../src/video/budget.ts';
import { DecodeSession } from '../../../src/video/decode-session.ts';
import { B_FRAMES } from '../../fixtures/b-frames.ts';
import { corrupted } from '../../fixtures/bad-files.ts';
import { renderAvi } from '../../fixtures/render-avi.ts';
import { renderClip } from '../../fixtures/render-clip.ts';
import { renderGif } from '../../fixtures/render-gif.ts';
import { readBarcode, type Scene } from '../../fixtures/scene.ts';

const whole = (index: number, width = 96, height = 48): PictureRequest => ({ index, width, height, crop: null });

/** Takes the file through the measuring pass and then asks for pictures. */
async function picturesAfterPass(
  file: File,
  requests: readonly PictureRequest[],
  budget?: Partial<FrameBudget>,
): Promise<Picture[]> {
  const session = new DecodeSession();
  try {
    await session.open(file);
    await session.start(budget);
    while (await session.next());
    return await session.pictures(requests);
  } finally {
    await session.close();
  }
}

const red = ({ width, height, rgba }: Picture) => ({
  width,
  height,
  luma: Array.from({ length: width * height }, (_, i) => rgba[4 * i] ?? 0),
});
const barcodes = (pictures: readonly Picture[]) => pictures.map((picture) => readBarcode(red(picture)));

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** H.264 in MP4 whose frames are stored in another order than they are shown in. */
async function reorderedClip(): Promise<File> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(source);
  await output.start();
  // Of each six: I B B B P P are stored as I P B B B P.
  const shownAt = [0, 4, 2, 1, 3, 5];
  for (const [i, unit] of B_FRAMES.entries()) {
    const shown = 6 * Math.floor(i / 6) + (shownAt[i % 6] ?? 0);
    const packet = new EncodedPacket(bytesOf(unit), i % 6 === 0 ? 'key' : 'delta', shown / 25, 1 / 25);
    await source.add(packet, { decoderConfig: { codec: 'avc1.64000a', codedWidth: 96, codedHeight: 48 } });
  }
  await output.finalize();
  if (!target.buffer) throw new Error('The muxer gave no file.');
  return new File([target.buffer], 'b.mp4');
}

const clip = { width: 160, height: 96, frames: 60, frameRate: 30, keyFrameInterval: 0.5 } as const;

describe('pictures are of the very frames that were asked for', () => {
  test.each([
    ['H.264 in MP4 with B-frames', reorderedClip, [7, 3, 0, 11, 2, 8]],
    ['VP9 in WebM', () => renderClip({ ...clip, container: 'webm', codec: 'vp9' }), [59, 1, 30, 29, 14]],
    ['H.264 in MP4', () => renderClip({ ...clip, container: 'mp4', codec: 'avc' }), [0, 44, 45, 46]],
    ['GIF', () => renderGif({ width: 160, height: 96, frames: 12, delay: 10 }), [11, 4, 0]],
    ['H.264 in AVI', () => renderAvi({ ...clip, codec: 'avc' }), [2, 59, 13, 12, 11]],
    ['Motion JPEG in AVI', () => renderAvi({ ...clip, codec: 'mjpeg' }), [31, 0]],
  ] as [string, () => Promise<File> | File, number[]][])('%s', async (_, render, wanted) => {
    const pictures = await picturesAfterPass(
      await render(),
      wanted.map((index) => whole(index)),
    );
    expect(pictures.map(({ index }) => index)).toEqual(wanted);
    expect(barcodes(pictures)).toEqual(wanted);
  });

  test('outside the stretches that were measured, too, at the times of the timeline', async () => {
    const file = await renderClip({ ...clip, container: 'mp4', codec: 'avc' });
    const wanted = [1, 25, 26, 58];
    const requests = wanted.map((index) => whole(index));
    const pictures = await picturesAfterPass(file, requests, { maxAnalysisFrames: 6, stretchFrames: 3 });
    expect(barcodes(pictures)).toEqual(wanted);
    pictures.forEach(({ timeSeconds }, i) => {
      expect(timeSeconds).toBeCloseTo((wanted[i] ?? 0) / 30, 3);
    });
  });

  test('the same frame in several sizes and parts, in the order of the requests', async () => {
    const file = await renderClip({ ...clip, container: 'webm', codec: 'vp8' });
    const code = { x: 0, y: 84, width: 160, height: 12 };
    const pictures = await picturesAfterPass(file, [
      whole(9, 320, 64),
      { ...whole(3, 120, 24), crop: code },
      whole(9, 40, 96),
    ]);
    expect(pictures.map(({ index, width, height }) => [index, width, height])).toEqual([
      [9, 320, 64],
      [3, 120, 24],
      [9, 40, 96],
    ]);
    expect(barcodes(pictures)).toEqual([9, 3, 9]);
    for (const { rgba, width, height } of pictures) expect(rgba.length).toBe(4 * width * height);
  });

  test('frames that the clip does not have or that are damaged are left out', async () => {
    const file = await renderClip({ ...clip, container: 'mp4', codec: 'avc' });
    const all = Array.from({ length: 62 }, (_, index) => whole(index));
    expect((await picturesAfterPass(file, all)).length).toBe(60);
    const pictures = await picturesAfterPass(await corrupted(file, 0.4, 0.6, 20), all);
    expect(pictures.length).toBeGreaterThan(10);
    expect(pictures.length).toBeLessThan(60);
    expect(barcodes(pictures.slice(0, 5))).toEqual([0, 1, 2, 3, 4]);
  });

  test('from a worker that has delivered every frame', async () => {
    const decoder = startDecoder();
    const { signal } = new AbortController();
    try {
      const file = await renderClip({ ...clip, container: 'webm', codec: 'vp9' });
      await decoder.call((remote) => remote.open(file), signal);
      await decoder.call((remote) => remote.start(), signal);
      while (await decoder.call((remote) => remote.next(), signal));
      for (const wanted of [[5, 50], [7]]) {
        const requests = wanted.map((index) => whole(index));
        expect(barcodes(await decoder.call((remote) => remote.pictures(requests), signal))).toEqual(wanted);
      }
      const [still] = await decoder.call((remote) => remote.stills([5]), signal);
      expect(still?.index).toBe(5);
    } finally {
      decoder.terminate();
    }
  });

  test.each([0, -1, 1.5, 2049])('a width of %d is refused', async (width) => {
    const file = renderGif({ width: 32, height: 32, frames: 1, delay: 100 });
    await expect(picturesAfterPass(file, [whole(0, width)])).rejects.toMatchObject({ code: 'internal' });
  });

  test('a part outside the frame is refused', async () => {
    const file = renderGif({ width: 32, height: 32, frames: 1, delay: 100 });
    const crop = { x: 20, y: 0, width: 20, height: 10 };
    await expect(picturesAfterPass(file, [{ ...whole(0), crop }])).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('pictures show the frame', () => {
  /** Quarters in red, green, blue and transparent. */
  const quarters: Scene = (context, { width, height }) => {
    ['#e02020', '#20e020', '#2020e0'].forEach((colour, i) => {
      context.fillStyle = colour;
      context.fillRect(((i % 2) * width) / 2, (Math.floor(i / 2) * height) / 2, width / 2, height / 2);
    });
  };

  const pixel = ({ width, rgba }: Picture | undefined = none, x: number, y: number) => [
    ...rgba.slice(4 * (y * width + x), 4 * (y * width + x) + 4),
  ];
  const none: Picture = { index: 0, timeSeconds: 0, width: 0, height: 0, rgba: new Uint8ClampedArray(0) };

  test.each([0, 90, 180, 270] as const)('upright at a rotation of %d degrees, parts too', async (rotation) => {
    const file = await renderClip({
      container: 'mp4',
      codec: 'avc',
      width: 120,
      height: 80,
      frames: 1,
      frameRate: 10,
      rotation,
      bitrate: 2e6,
      scene: (context, frame) => {
        context.fillStyle = '#000';
        context.fillRect(0, 0, frame.width, frame.height);
        quarters(context, frame);
      },
    });
    const [all, part] = await picturesAfterPass(file, [
      whole(0, 40, 40),
      { ...whole(0, 20, 20), crop: { x: 60, y: 0, width: 60, height: 40 } },
    ]);
    const near = (found: number[], expected: number[]) =>
      found.forEach((value, i) => {
        expect(Math.abs(value - (expected[i] ?? Number.NaN))).toBeLessThan(14);
      });
    near(pixel(all, 10, 10), [224, 32, 32, 255]);
    near(pixel(all, 30, 10), [32, 224, 32, 255]);
    near(pixel(all, 10, 30), [32, 32, 224, 255]);
    near(pixel(all, 30, 30), [0, 0, 0, 255]);
    for (const [x, y] of [
      [1, 1],
      [18, 18],
    ] as const)
      near(pixel(part, x, y), [32, 224, 32, 255]);
  });

  test('transparent parts are black and opaque', async () => {
    const file = renderGif({ width: 64, height: 64, frames: 1, delay: 100, alpha: true, scene: quarters });
    const [picture] = await picturesAfterPass(file, [whole(0, 48, 48)]);
    expect(pixel(picture, 40, 40)).toEqual([0, 0, 0, 255]);
    expect(pixel(picture, 8, 8)[0]).toBeGreaterThan(200);
  });

  /** Checks of `side` pixels. */
  const checks =
    (side: number): Scene =>
    (context, { width, height }) => {
      const image = context.createImageData(width, height);
      for (let y = 0, i = 0; y < height; y++) {
        for (let x = 0; x < width; x++, i += 4) {
          image.data.fill((Math.floor(x / side) + Math.floor(y / side)) % 2 ? 255 : 0, i, i + 3);
          image.data[i + 3] = 255;
        }
      }
      context.putImageData(image, 0, 0);
    };

  test.each([
    { from: [1280, 720], to: [384, 384], side: 1 },
    { from: [1280, 720], to: [384, 384], side: 2 },
    { from: [1280, 720], to: [512, 288], side: 3 },
    { from: [3840, 2160], to: [512, 512], side: 3 },
    { from: [3840, 2160], to: [512, 288], side: 7 },
  ] as const)('checks of $side pixels shrunk from $from to $to are averaged', async ({ from, to, side }) => {
    const [width, height] = from;
    const scene = checks(side);
    const file = renderGif({ width, height, frames: 1, delay: 100, scene });
    const [picture = none] = await picturesAfterPass(file, [whole(0, ...to)]);
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('No 2D canvas context.');
    scene(context, { index: 0, timeSeconds: 0, width, height });
    const source = new Uint8Array(context.getImageData(0, 0, width, height).data.buffer);
    const expected = areaAverage({ data: source, offset: 0, stride: 4 * width, step: 4, width, height }, to[0], to[1]);
    let squares = 0;
    expected.forEach((value, i) => {
      squares += ((picture.rgba[4 * i] ?? 0) - value) ** 2;
    });
    // Drawn in one go by the browser these differ by up to 70 levels.
    expect(Math.sqrt(squares / expected.length)).toBeLessThan(6);
  });
});

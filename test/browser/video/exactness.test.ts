import { describe, expect, test } from 'vitest';
import { renderClip } from '../../fixtures/render-clip.ts';
import { renderGif } from '../../fixtures/render-gif.ts';
import { readBarcode } from '../../fixtures/scene.ts';
import { type DecodedClip, decodeAll } from './decode-all.ts';

const barcodes = ({ frames }: DecodedClip) => frames.map(({ small }) => readBarcode(small));
const indices = ({ frames }: DecodedClip) => frames.map(({ index }) => index);

describe('frames are exact', () => {
  test.each([90, 180, 270] as const)('rotation of %d degrees: upright', async (rotation) => {
    const file = await renderClip({
      container: 'mp4',
      codec: 'avc',
      width: 240,
      height: 320,
      frames: 6,
      frameRate: 12,
      rotation,
    });
    const decoded = await decodeAll(file);
    expect(decoded.clip).toMatchObject({ width: 240, height: 320, rotationDegrees: rotation });
    expect(decoded.frames[0]?.small).toMatchObject({ width: 192, height: 256 });
    expect(decoded.frames[0]?.native).toMatchObject({ width: 240, height: 320 });
    expect(barcodes(decoded)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('variable frame rate: each frame at its own time, for its own duration', async () => {
    const times = [0, 0.04, 0.08, 0.5, 0.54, 0.9, 1.7];
    const file = await renderClip({
      container: 'webm',
      codec: 'vp8',
      width: 320,
      height: 180,
      frames: times.length,
      frameRate: 25,
      times,
    });
    const decoded = await decodeAll(file);
    expect(decoded.clip.variableFrameRate).toBe(true);
    expect(barcodes(decoded)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    decoded.frames.forEach(({ timeSeconds, durationSeconds }, i) => {
      expect(timeSeconds).toBeCloseTo(times[i] ?? 0, 2);
      if (i < 6) expect(durationSeconds).toBeCloseTo((times[i + 1] ?? 0) - (times[i] ?? 0), 2);
    });
  });

  test.each([
    { container: 'mp4', codec: 'avc' },
    { container: 'webm', codec: 'vp9' },
  ] as const)('a long clip ($codec) is looked at in stretches, each frame with its own number', async (format) => {
    const file = await renderClip({
      ...format,
      width: 160,
      height: 96,
      frames: 240,
      frameRate: 30,
      keyFrameInterval: 1,
    });
    const decoded = await decodeAll(file, { maxAnalysisFrames: 40, stretchFrames: 10 });
    expect(decoded.plan).toEqual({ frameCount: 40, runs: 4, whole: false });
    expect(barcodes(decoded)).toEqual(indices(decoded));
    expect(decoded.frames.map(({ run }) => run)).toEqual(decoded.frames.map((_, i) => Math.floor(i / 10)));
    expect(indices(decoded)[0]).toBe(0);
    expect(indices(decoded).at(-1)).toBeGreaterThan(200);
    for (const { index, timeSeconds } of decoded.frames) expect(Math.abs(timeSeconds - index / 30)).toBeLessThan(0.001);
    expect(decoded.notices).toEqual([
      { code: 'partly_looked_at', message: 'Looked at 40 of 240 frames, in 4 stretches.' },
    ]);
  });

  test('single frames between key frames', async () => {
    const file = await renderClip({
      container: 'mp4',
      codec: 'avc',
      width: 160,
      height: 96,
      frames: 90,
      frameRate: 30,
      keyFrameInterval: 10,
    });
    const decoded = await decodeAll(file, { maxAnalysisFrames: 7, stretchFrames: 1 });
    expect(decoded.frames.length).toBe(7);
    expect(barcodes(decoded)).toEqual(indices(decoded));
  });

  test('one frame', async () => {
    const file = await renderClip({ container: 'mp4', codec: 'avc', width: 160, height: 96, frames: 1, frameRate: 25 });
    const decoded = await decodeAll(file);
    expect(decoded.clip).toMatchObject({ frameCount: 1, frameRate: null, variableFrameRate: false });
    expect(barcodes(decoded)).toEqual([0]);
    expect(decoded.frames[0]?.native).not.toBeNull();
    expect(decoded.stills.length).toBe(1);
  });

  test('8 pixels wide', async () => {
    const file = await renderClip({ container: 'webm', codec: 'vp9', width: 8, height: 64, frames: 5, frameRate: 10 });
    const decoded = await decodeAll(file);
    expect(decoded.clip).toMatchObject({ width: 8, height: 64 });
    expect(decoded.frames.length).toBe(5);
    expect(decoded.frames[0]?.small).toMatchObject({ width: 8, height: 64 });
    expect(decoded.frames[0]?.native).toMatchObject({ width: 8, height: 64 });
  });
});

describe('GIF', () => {
  test('durations that no browser keeps count as a tenth of a second', async () => {
    const { clip, frames } = await decodeAll(renderGif({ width: 160, height: 96, frames: 4, delay: 10 }));
    expect(frames.map(({ timeSeconds }) => timeSeconds)).toEqual([0, 0.1, 0.2, 0.3].map((t) => expect.closeTo(t)));
    expect(clip.durationSeconds).toBeCloseTo(0.4);
  });

  test.each([
    { name: 'kept', dispose: 1, squaresInLastFrame: 3 },
    { name: 'cleared', dispose: 2, squaresInLastFrame: 1 },
  ])('transparent frames over the one before, $name', async ({ dispose, squaresInLastFrame }) => {
    const file = renderGif({
      width: 96,
      height: 32,
      frames: 3,
      delay: 100,
      alpha: true,
      dispose,
      scene: (context, { index }) => {
        context.fillStyle = '#fff';
        context.fillRect(index * 32, 0, 32, 32);
      },
    });
    const { clip, frames, notices } = await decodeAll(file);
    expect(clip.hasAlpha).toBe(true);
    expect(notices.map(({ code }) => code)).toEqual(['alpha']);
    const bright = frames[2]?.small.luma.filter((value) => value > 200).length ?? 0;
    const dark = frames[2]?.small.luma.filter((value) => value < 5).length ?? 0;
    expect(bright).toBe(squaresInLastFrame * 32 * 32);
    expect(dark).toBe((3 - squaresInLastFrame) * 32 * 32);
  });
});

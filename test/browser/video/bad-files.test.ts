import { describe, expect, test } from 'vitest';
import { DecodeSession } from '../../../src/video/decode-session.ts';
import { corrupted, emptyFile, renamedText, soundOnly, truncated } from '../../fixtures/bad-files.ts';
import { type ClipOptions, renderClip } from '../../fixtures/render-clip.ts';
import { renderGif } from '../../fixtures/render-gif.ts';
import { readBarcode } from '../../fixtures/scene.ts';
import { decodeAll } from './decode-all.ts';

const base: ClipOptions = { container: 'mp4', codec: 'avc', width: 320, height: 180, frames: 90, frameRate: 30 };

/** A file with one string of bytes in place of another of the same length. */
async function replaced(file: File, from: string, to: string): Promise<File> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const find = [...from].map((character) => character.charCodeAt(0));
  for (let i = 0; i < bytes.length; i++) {
    if (find.every((code, k) => bytes[i + k] === code))
      bytes.set(
        [...to].map((character) => character.charCodeAt(0)),
        i,
      );
  }
  return new File([bytes], file.name);
}

describe('a file without frames gives a coded error', () => {
  test.each([
    ['empty', () => emptyFile(), 'empty_file'],
    ['text with another name', () => renamedText(), 'not_a_video'],
    ['sound only', () => soundOnly(), 'no_video_track'],
    ['a playlist', () => new File(['#EXTM3U\n#EXTINF:4,\nhttp://localhost/clip.ts\n'], 'list.mp4'), 'not_a_video'],
    [
      'an MP4 without its index',
      async () => truncated(await renderClip({ ...base, frames: 5 }), 0.4),
      'truncated_file',
    ],
    [
      'a GIF of 20 bytes',
      async () => truncated(renderGif({ width: 64, height: 64, frames: 2, delay: 50 }), 0.005),
      'truncated_file',
    ],
  ])('%s', async (_, make, code) => {
    await expect(decodeAll(await make())).rejects.toMatchObject({
      name: 'LoupeError',
      code,
      message: expect.stringMatching(/\.$/),
      remedy: expect.stringMatching(/\.$/),
    });
  });

  test('a codec that the browser lacks is named', async () => {
    const file = await replaced(await renderClip({ ...base, frames: 5 }), 'avc1', 'mp4v');
    await expect(decodeAll(file)).rejects.toMatchObject({
      code: 'unsupported_codec',
      message: 'This file uses MPEG-4 Part 2, which this browser cannot decode.',
      remedy: expect.stringContaining('H.264'),
    });
  });
});

describe('a file that breaks midway gives what can be read and says what cannot', () => {
  test.each([
    ['MP4', { ...base, indexFirst: true }],
    ['WebM', { ...base, container: 'webm', codec: 'vp9' }],
  ] as const)('truncated %s', async (_, options) => {
    const { clip, frames, notices } = await decodeAll(truncated(await renderClip(options), 0.6));
    expect(frames.length).toBeGreaterThan(20);
    expect(frames.length).toBeLessThan(85);
    expect(clip.frameCount).toBe(frames.length);
    expect(frames.map(({ small }) => readBarcode(small))).toEqual(frames.map(({ index }) => index));
    expect(notices.map(({ code }) => code)).toEqual(['truncated']);
  });

  test('damage in one place: goes on from the next key frame, in a new run', async () => {
    const clip = await renderClip({ ...base, keyFrameInterval: 1, indexFirst: true });
    const { frames, notices, plan } = await decodeAll(await corrupted(clip, 0.45, 0.5, 3));
    expect(plan.frameCount).toBe(90);
    expect(frames.length).toBeGreaterThan(55);
    expect(frames.length).toBeLessThan(90);
    const lost = 90 - frames.length;
    expect(notices).toEqual([{ code: 'corrupt', message: expect.stringContaining(`${lost} of 90 frames`) }]);
    expect(frames.slice(0, 30).map(({ small }) => readBarcode(small))).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(frames.slice(-25).map(({ small }) => readBarcode(small))).toEqual(
      Array.from({ length: 25 }, (_, i) => 65 + i),
    );
    expect(frames.at(-1)?.run).toBeGreaterThan(0);
    for (const [i, frame] of frames.entries()) {
      const before = frames[i - 1];
      if (before) expect(frame.run === before.run).toBe(frame.index === before.index + 1);
    }
  });

  test('truncated GIF', async () => {
    const { frames, notices } = await decodeAll(truncated(renderGif({ ...base, frames: 10, delay: 50 }), 0.55));
    expect(frames.length).toBeGreaterThan(2);
    expect(frames.length).toBeLessThan(9);
    expect(frames.map(({ small }) => readBarcode(small))).toEqual(frames.map(({ index }) => index));
    expect(notices.map(({ code }) => code)).toEqual(['truncated']);
  });
});

describe('a session', () => {
  test('can be closed midway and used again', async () => {
    const session = new DecodeSession();
    await session.open(await renderClip(base));
    await session.start();
    expect((await session.next())?.frames.length).toBe(8);
    await session.close();
    expect(await session.next()).toBeNull();
    expect(await session.stills([0])).toEqual([]);
    await session.open(renderGif({ width: 64, height: 64, frames: 3, delay: 50 }));
    await session.start();
    expect((await session.next())?.frames.length).toBe(3);
    expect(await session.next()).toBeNull();
    await session.close();
  });

  test('fails with a coded error when nothing is open', async () => {
    await expect(new DecodeSession().start()).rejects.toMatchObject({ name: 'LoupeError', code: 'internal' });
  });
});

import { describe, expect, test } from 'vitest';
import { type ClipOptions, renderClip } from '../../fixtures/render-clip.ts';
import { renderGif } from '../../fixtures/render-gif.ts';
import { readBarcode } from '../../fixtures/scene.ts';
import { decodeAll } from './decode-all.ts';

const base = { width: 320, height: 180, frames: 24, frameRate: 24 };
const clips: [string, ClipOptions, { container: string; codec: string }][] = [
  ['H.264 in MP4', { ...base, container: 'mp4', codec: 'avc' }, { container: 'MP4', codec: 'H.264' }],
  ['H.264 in MOV', { ...base, container: 'mov', codec: 'avc' }, { container: 'MOV', codec: 'H.264' }],
  ['VP8 in WebM', { ...base, container: 'webm', codec: 'vp8' }, { container: 'WebM', codec: 'VP8' }],
  ['VP9 in WebM', { ...base, container: 'webm', codec: 'vp9' }, { container: 'WebM', codec: 'VP9' }],
  ['AV1 in MKV', { ...base, container: 'mkv', codec: 'av1' }, { container: 'MKV', codec: 'AV1' }],
];

const inOrder = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('every format gives each frame once, at its time', () => {
  test.each(clips)('%s', async (_, options, expected) => {
    const { clip, frames, plan, stills, notices } = await decodeAll(await renderClip(options));
    expect(clip).toMatchObject({ ...expected, width: 320, height: 180, rotationDegrees: 0, frameCount: 24 });
    expect(clip).toMatchObject({ frameCountExact: true, variableFrameRate: false, hasAlpha: false, hasAudio: false });
    expect(clip.frameRate).toBeCloseTo(24, 0);
    expect(clip.durationSeconds).toBeCloseTo(1, 1);
    expect(clip.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(notices).toEqual([]);
    expect(plan).toEqual({ frameCount: 24, runs: 1, whole: true });
    expect(frames.map(({ index }) => index)).toEqual(inOrder(24));
    expect(frames.map(({ small }) => readBarcode(small))).toEqual(inOrder(24));
    for (const { index, timeSeconds, durationSeconds, small } of frames) {
      expect(Math.abs(timeSeconds - index / 24)).toBeLessThan(0.001);
      expect(Math.abs(durationSeconds - 1 / 24)).toBeLessThan(0.002);
      expect(small).toMatchObject({ width: 256, height: 144 });
      expect([small.luma.length, small.cb.length, small.cr.length]).toEqual([256 * 144, 128 * 72, 128 * 72]);
    }
    expect(frames.filter(({ native }) => native).length).toBe(12);
    expect(stills.length).toBe(24);
  });

  test('GIF', async () => {
    const { clip, frames } = await decodeAll(renderGif({ width: 320, height: 180, frames: 12, delay: 80 }));
    expect(clip).toMatchObject({ container: 'GIF', codec: 'GIF', width: 320, height: 180, frameCount: 12 });
    expect(clip.frameRate).toBeCloseTo(12.5);
    expect(clip.durationSeconds).toBeCloseTo(0.96);
    expect(frames.map(({ small }) => readBarcode(small))).toEqual(inOrder(12));
  });
});

import { describe, expect, it } from 'vitest';
import { decodeAnimation } from '../../../src/ui/player/animation-frames.ts';
import { FramesDriver } from '../../../src/ui/player/frames-driver.ts';
import { Playback } from '../../../src/ui/player/playback.ts';
import { renderGif } from '../../fixtures/render-gif.ts';

/** Four frames of one grey each, 100 ms long. */
const file = renderGif({
  width: 16,
  height: 16,
  frames: 4,
  delay: 100,
  scene: (context, { index, width, height }) => {
    context.fillStyle = `rgb(${index * 60} ${index * 60} ${index * 60})`;
    context.fillRect(0, 0, width, height);
  },
});

describe('an animated picture', () => {
  it('is decoded with the time of each frame', async () => {
    const { frames, durationSeconds } = await decodeAnimation(file, new AbortController().signal);
    expect(frames.map(({ timeSeconds }) => Math.round(timeSeconds * 1000))).toEqual([0, 100, 200, 300]);
    expect(durationSeconds).toBeCloseTo(0.4);
  });

  it('stops being decoded when it is not wanted any more', async () => {
    await expect(decodeAnimation(file, AbortSignal.abort())).rejects.toThrow('abort');
  });

  it('is refused when it is none', async () => {
    const text = new File(['no picture'], 'clip.gif', { type: 'image/gif' });
    await expect(decodeAnimation(text, new AbortController().signal)).rejects.toThrow();
  });

  it('shows the frame of the time it is set to, and goes on from there', async () => {
    const pictures = await decodeAnimation(file, new AbortController().signal);
    const canvas = document.createElement('canvas');
    const playback = new Playback();
    const driver = new FramesDriver(canvas, pictures, playback);
    playback.describe(pictures.durationSeconds, null);
    playback.attach(driver);
    const grey = () => canvas.getContext('2d')?.getImageData(8, 8, 1, 1).data[0] ?? -1;

    expect(grey()).toBeCloseTo(0, -1);
    playback.seek(0.25);
    expect(Math.abs(grey() - 120)).toBeLessThan(10);

    playback.play();
    expect(playback.state.playing).toBe(true);
    await expect.poll(() => playback.seconds > 0.3 && Math.abs(grey() - 180) < 10).toBe(true);
    playback.pause();
    driver.dispose();
  });
});

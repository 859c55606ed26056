import { startDecoder } from '../../src/evaluate/workers.ts';
import { renderClip } from '../fixtures/render-clip.ts';
import type { Bench } from './api.ts';
import { mediansOf } from './timing.ts';

const SAMPLES = 16;
const SECONDS = 10;
const FRAME_RATE = 30;

/** Single frames, and none of the extras that a report needs: a seeking video element gives no extras either. */
const BUDGET = {
  maxAnalysisFrames: SAMPLES,
  stretchFrames: 1,
  leastNativeFrames: 0,
  mostNativeFrames: 0,
  stillsOnTheWay: 0,
};

/** 16 frames spread over a 10 s 1080p H.264 clip: the decode worker against seeking a video element and drawing it. */
export const samplingVsVideoSeek: Bench = async () => {
  const clip = await renderClip({
    container: 'mp4',
    codec: 'avc',
    width: 1920,
    height: 1080,
    frames: SECONDS * FRAME_RATE,
    frameRate: FRAME_RATE,
    // x264's default of 250 frames, which most generators' exports keep, means one key frame in such a clip.
    keyFrameInterval: SECONDS,
  });
  const [ours_ms, baseline_ms] = await mediansOf(
    3,
    () => sample(clip),
    () => seek(clip),
  );
  return {
    ours_ms,
    baseline_ms,
    note: `${SAMPLES} frames of ${SECONDS} s of 1080p H.264; median of 3; probe included`,
  };
};

async function sample(clip: File): Promise<void> {
  const decoder = startDecoder();
  const signal = new AbortController().signal;
  try {
    await decoder.call((remote) => remote.open(clip), signal);
    await decoder.call((remote) => remote.start(BUDGET), signal);
    let frames = 0;
    for (;;) {
      const batch = await decoder.call((remote) => remote.next(), signal);
      if (batch === null) break;
      frames += batch.frames.length;
    }
    if (frames !== SAMPLES) throw new Error(`Sampled ${frames} frames instead of ${SAMPLES}.`);
  } finally {
    decoder.terminate();
  }
}

async function seek(clip: File): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  const url = URL.createObjectURL(clip);
  try {
    video.src = url;
    await event(video, 'loadeddata');
    const context = new OffscreenCanvas(256, 144).getContext('2d', { willReadFrequently: true });
    for (let index = 0; index < SAMPLES; index++) {
      video.currentTime = (index * (SECONDS - 1 / FRAME_RATE)) / (SAMPLES - 1) + 0.5 / FRAME_RATE;
      await event(video, 'seeked');
      context?.drawImage(video, 0, 0, 256, 144);
      context?.getImageData(0, 0, 256, 144);
    }
  } finally {
    URL.revokeObjectURL(url);
    video.removeAttribute('src');
  }
}

function event(video: HTMLVideoElement, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(name, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new Error('The video element cannot play the clip.')), { once: true });
  });
}

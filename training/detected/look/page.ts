import type { DetectorApi } from '../../../src/detectors/detector-api.ts';
import { clipPictures } from '../../../src/evaluate/clip-pictures.ts';
import { startDecoder, startDetector } from '../../../src/evaluate/workers.ts';
import { lookAtClip } from '../../../src/judges/detected/look.ts';
import type { Evidence } from '../../../src/judges/judge.ts';
import type { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import './api.ts';

window.lookAt = async () => {
  const file = document.querySelector<HTMLInputElement>('#clip')?.files?.[0];
  if (file === undefined) throw new Error('The page was given no file.');
  const { signal } = new AbortController();
  const decoder = startDecoder();
  const detector: WorkerClient<DetectorApi> = startDetector();
  try {
    const { clip } = await decoder.call((remote) => remote.open(file), signal);
    await decoder.call((remote) => remote.start(), signal);
    const indices: number[] = [];
    const timesSeconds: number[] = [];
    for (;;) {
      const batch = await decoder.call((remote) => remote.next(), signal);
      if (batch === null) break;
      for (const frame of batch.frames) {
        indices.push(frame.index);
        timesSeconds.push(frame.timeSeconds);
      }
    }
    const evidence: Evidence = {
      clip,
      prompt: null,
      signals: [],
      frames: { indices, timesSeconds, runs: [] },
      pictures: clipPictures(decoder),
    };
    const start = performance.now();
    const { frames } = await lookAtClip(detector, evidence, 0, () => undefined, signal);
    return {
      width: clip.width,
      height: clip.height,
      durationSeconds: clip.durationSeconds,
      frames: frames.map((frame) => ({ ...frame, bestScores: [...frame.bestScores] })),
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    decoder.terminate();
    detector.terminate();
  }
};

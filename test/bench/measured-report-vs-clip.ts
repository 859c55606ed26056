import { EQUAL_PROFILE } from '../../src/domain/profile.ts';
import { DEFAULT_REASONING } from '../../src/domain/reasoning.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { renderClip } from '../fixtures/render-clip.ts';
import type { Bench } from './api.ts';
import { median, timeOf } from './timing.ts';

const SECONDS = 5;
const FRAME_RATE = 30;
const PROMPT =
  'A red ball rolls across a wooden table while a green ribbon flutters behind it, warm light, static camera.';

/** A whole measured report of a 5 s 720p 30 fps clip against the time it takes to watch the clip. */
export const measuredReportVsClip: Bench = async () => {
  const file = await renderClip({
    container: 'mp4',
    codec: 'avc',
    width: 1280,
    height: 720,
    frames: SECONDS * FRAME_RATE,
    frameRate: FRAME_RATE,
  });
  const settings = {
    judge: 'measured',
    gateByParents: false,
    profile: EQUAL_PROFILE,
    reasoning: DEFAULT_REASONING,
  };
  const parts: string[] = [];
  const times: number[] = [];
  for (let repetition = 0; repetition < 3; repetition++) {
    let timings: Record<string, number> = {};
    times.push(
      await timeOf(async () => {
        const options = { signal: new AbortController().signal, onEvent: () => undefined };
        timings = (await evaluate({ file, prompt: PROMPT, settings }, options)).report.timingsSeconds;
      }),
    );
    parts.push(
      Object.entries(timings)
        .map(([stage, seconds]) => `${stage} ${seconds.toFixed(2)} s`)
        .join(', '),
    );
  }
  return {
    baseline_ms: SECONDS * 1000,
    ours_ms: median(times),
    note: `every frame of ${SECONDS} s of 720p at ${FRAME_RATE} fps; median of 3; last run: ${parts.at(-1)}`,
  };
};

import type { VideoSample, VideoSampleSink } from 'mediabunny';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_BUDGET, STALL_SECONDS } from '../../../src/video/budget.ts';
import { planFrames } from '../../../src/video/plan-frames.ts';
import { PlannedSamples } from '../../../src/video/planned-samples.ts';
import type { Timeline } from '../../../src/video/timeline.ts';

const timeline: Timeline = {
  times: Array.from({ length: 30 }, (_, i) => i / 10),
  endSeconds: 3,
  keyFrames: [0, 10, 20],
  exact: true,
};
const plan = planFrames(timeline, 100, DEFAULT_BUDGET);

/** What a sink does from a frame on: frames as numbers, `'error'` throws, `'stall'` never comes back. */
type Script = (from: number) => (number | 'error' | 'stall')[];

/** A sink that plays a script and counts the samples that are still open. */
function scriptedSink(script: Script) {
  const state = { open: 0, starts: [] as number[] };
  async function* samples(from: number) {
    state.starts.push(Math.round(from * 10));
    for (const step of script(Math.round(from * 10))) {
      if (step === 'error') throw new Error('Decoding error.');
      if (step === 'stall') await new Promise(() => undefined);
      state.open++;
      yield { timestamp: Number(step) / 10, close: () => state.open-- } as unknown as VideoSample;
    }
  }
  // Of the sink, only `samples` is used for a plan of the whole clip.
  return { sink: { samples } as unknown as VideoSampleSink, state };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

async function play(samples: PlannedSamples): Promise<number[]> {
  const indices: number[] = [];
  for await (const { planned, sample } of samples.decode()) {
    indices.push(planned.index);
    sample.close();
  }
  return indices;
}

describe('PlannedSamples', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('gives every frame once and closes what it does not hand out', async () => {
    const { sink, state } = scriptedSink(() => [...range(0, 10), 9, ...range(10, 30)]);
    expect(await play(new PlannedSamples(sink, timeline, plan, 100))).toEqual(range(0, 30));
    expect(state.open).toBe(0);
  });

  test('goes on from the next key frame after an error', async () => {
    const { sink, state } = scriptedSink((from) => (from < 10 ? [...range(from, 6), 'error'] : range(from, 30)));
    const samples = new PlannedSamples(sink, timeline, plan, 100);
    expect(await play(samples)).toEqual([...range(0, 6), ...range(10, 30)]);
    expect(samples.failure).toMatchObject({ message: 'Decoding error.' });
    // From the start, once more for frames dropped with the error, then from the key frame.
    expect(state.starts).toEqual([0, 6, 10]);
    expect(state.open).toBe(0);
  });

  test('gets back frames that were dropped with an error', async () => {
    let attempts = 0;
    const { sink } = scriptedSink((from) => {
      if (from >= 10) return range(from, 30);
      return attempts++ === 0 ? [0, 1, 'error'] : [...range(from, 7), 'error'];
    });
    expect(await play(new PlannedSamples(sink, timeline, plan, 100))).toEqual([...range(0, 7), ...range(10, 30)]);
  });

  test('ends when every attempt fails', async () => {
    const { sink } = scriptedSink(() => ['error']);
    const samples = new PlannedSamples(sink, timeline, plan, 100);
    expect(await play(samples)).toEqual([]);
    expect(samples.delivered).toBe(0);
  });

  test('stops with what it has when the decoder stalls', async () => {
    const { sink } = scriptedSink(() => [0, 1, 2, 'stall']);
    const samples = new PlannedSamples(sink, timeline, plan, 100);
    const played = play(samples);
    await vi.advanceTimersByTimeAsync((STALL_SECONDS + 1) * 1000);
    expect(await played).toEqual([0, 1, 2]);
    expect(samples.failure).toMatchObject({ code: 'timeout' });
  });
});

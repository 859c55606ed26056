import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTimeline, extrapolate, frameDuration, isVariable, meanFrameRate } from '../../../src/video/timeline.ts';

const timing = (timeSeconds: number, durationSeconds = 0.1, key = false) => ({ timeSeconds, durationSeconds, key });

describe('buildTimeline', () => {
  test('puts decode order into presentation order and finds the key frames there', () => {
    const timeline = buildTimeline([
      timing(0, 0.1, true),
      timing(0.3),
      timing(0.1),
      timing(0.2),
      timing(0.4, 0.1, true),
    ]);
    expect(timeline).toEqual({ times: [0, 0.1, 0.2, 0.3, 0.4], endSeconds: 0.5, keyFrames: [0, 4], exact: true });
  });

  test('leaves out what an edit list cuts off before time 0 and keeps what lasts into it', () => {
    expect(buildTimeline([timing(-0.2), timing(-0.1), timing(-0.04), timing(0.06)]).times).toEqual([-0.04, 0.06]);
  });

  test('gives the last frame the usual spacing where the file states no duration', () => {
    const timeline = buildTimeline([timing(0, 0), timing(0.5, 0), timing(1, 0)]);
    expect(timeline.endSeconds).toBe(1.5);
    expect(frameDuration(timeline, 2)).toBe(0.5);
  });

  test('is empty for no frames', () => {
    expect(buildTimeline([])).toEqual({ times: [], endSeconds: 0, keyFrames: [], exact: true });
  });

  test('durations add up to the whole span', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 }), (times) => {
        const timeline = buildTimeline(times.map((time) => timing(time)));
        const total = timeline.times.reduce((sum, _, index) => sum + frameDuration(timeline, index), 0);
        expect(total).toBeCloseTo(timeline.endSeconds - (timeline.times[0] ?? 0), 6);
      }),
    );
  });
});

describe('frame rate', () => {
  const at = (times: number[]) => buildTimeline(times.map((time) => timing(time)));

  test('is the mean over the clip, and null for one frame', () => {
    expect(meanFrameRate(at([0, 0.04, 0.08]))).toBeCloseTo(25);
    expect(meanFrameRate(at([0]))).toBeNull();
  });

  test('counts as variable only beyond a tenth of the spacing and the rounding of the file', () => {
    expect(isVariable(at([0, 0.033, 0.067, 0.1]), 0.001)).toBe(false);
    expect(isVariable(at([0, 0.03, 0.07, 0.1]), 0.01)).toBe(false);
    expect(isVariable(at([0, 0.03, 0.07, 0.1]), 0.001)).toBe(true);
    expect(isVariable(at([0, 0.1, 0.2, 0.4]), 0.001)).toBe(true);
  });
});

describe('extrapolate', () => {
  test('goes on at the mean rate and says that it is an estimate', () => {
    const known = buildTimeline([timing(0, 0.1, true), timing(0.1), timing(0.2, 0.1, true), timing(0.3)]);
    const timeline = extrapolate(known, 1);
    expect(timeline.exact).toBe(false);
    expect(timeline.times.length).toBe(10);
    expect(timeline.times.at(-1)).toBeCloseTo(0.9);
    expect(timeline.keyFrames).toEqual([0, 2, 4, 6, 8]);
    expect(timeline.endSeconds).toBe(1);
  });
});

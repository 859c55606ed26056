import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenlySpread } from '../../../src/domain/evenly-spread.ts';
import { DEFAULT_BUDGET } from '../../../src/video/budget.ts';
import { planFrames, planSelected } from '../../../src/video/plan-frames.ts';
import type { Timeline } from '../../../src/video/timeline.ts';

function regular(count: number, keyEvery: number, rate = 30): Timeline {
  return {
    times: Array.from({ length: count }, (_, i) => i / rate),
    endSeconds: count / rate,
    keyFrames: Array.from({ length: Math.ceil(count / keyEvery) }, (_, i) => i * keyEvery),
    exact: true,
  };
}

const hd = 1920 * 1080;
const uhd = 3840 * 2160;

describe('planFrames', () => {
  test('takes every frame of a clip of the usual length', () => {
    const plan = planFrames(regular(300, 60), hd, DEFAULT_BUDGET);
    expect(plan).toMatchObject({ runs: 1, whole: true, decodedFrames: 300 });
    expect(plan.frames.map(({ index }) => index)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    expect(plan.frames.filter(({ native }) => native).length).toBe(50);
    expect(plan.frames.filter(({ still }) => still).length).toBe(DEFAULT_BUDGET.stillsOnTheWay);
    expect(plan.frames[7]).toMatchObject({ timeSeconds: 7 / 30 });
    expect(plan.frames[7]?.durationSeconds).toBeCloseTo(1 / 30);
  });

  test('takes stretches from key frames, from the start to near the end, of ten minutes of 4K', () => {
    const plan = planFrames(regular(18_000, 250), uhd, DEFAULT_BUDGET);
    expect(plan.whole).toBe(false);
    expect(plan.runs).toBeGreaterThanOrEqual(8);
    expect(plan.frames[0]?.index).toBe(0);
    expect(plan.frames.at(-1)?.index).toBeGreaterThan(17_000);
    // Each stretch starts on a key frame, so nothing is decoded on the way.
    expect(plan.decodedFrames).toBe(plan.frames.length);
    expect(plan.decodedFrames * uhd).toBeLessThanOrEqual(DEFAULT_BUDGET.maxDecodedPixels);
  });

  test('stays at the start where one key frame is all there is and the way would be too long', () => {
    const plan = planFrames(regular(18_000, 18_000), uhd, DEFAULT_BUDGET);
    expect(plan.runs).toBe(1);
    expect(plan.frames[0]?.index).toBe(0);
    expect(plan.decodedFrames).toBe(plan.frames.length);
  });

  test('takes single frames when asked for stretches of one', () => {
    const plan = planFrames(regular(300, 60), hd, { ...DEFAULT_BUDGET, maxAnalysisFrames: 16, stretchFrames: 1 });
    expect(plan.frames.length).toBe(16);
    expect(plan.runs).toBe(16);
  });

  test('keeps its promises for any clip and budget', () => {
    const budgets = fc.record({
      maxAnalysisFrames: fc.integer({ min: 1, max: 700 }),
      stretchFrames: fc.integer({ min: 1, max: 60 }),
      maxDecodedPixels: fc.integer({ min: 1, max: 3e9 }),
      nativeEverySeconds: fc.double({ min: 0.01, max: 2, noNaN: true }),
      leastNativeFrames: fc.integer({ min: 0, max: 20 }),
      mostNativeFrames: fc.integer({ min: 20, max: 80 }),
      stillsOnTheWay: fc.integer({ min: 0, max: 40 }),
    });
    const clips = fc.record({
      count: fc.integer({ min: 1, max: 3000 }),
      keyEvery: fc.integer({ min: 1, max: 400 }),
      pixels: fc.integer({ min: 1, max: 9e6 }),
    });
    fc.assert(
      fc.property(budgets, clips, (limits, { count, keyEvery, pixels }) => {
        const budget = { ...DEFAULT_BUDGET, ...limits };
        const plan = planFrames(regular(count, keyEvery), pixels, budget);
        const indices = plan.frames.map(({ index }) => index);
        expect(indices.length).toBeGreaterThan(0);
        expect(indices.length).toBeLessThanOrEqual(budget.maxAnalysisFrames);
        expect(indices).toEqual([...new Set(indices)].sort((a, b) => a - b));
        expect(indices.at(-1)).toBeLessThan(count);
        const jumps = indices.filter((index, i) => i > 0 && index !== (indices[i - 1] ?? 0) + 1).length;
        expect(plan.runs).toBe(jumps + 1);
        expect(plan.whole).toBe(indices.length === count);
        expect(plan.decodedFrames).toBeGreaterThanOrEqual(indices.length);
        expect(plan.decodedFrames * pixels).toBeLessThanOrEqual(Math.max(budget.maxDecodedPixels, pixels));
      }),
    );
  });
});

describe('planSelected', () => {
  test('takes each frame once, in order, and counts what is decoded on the way from key frames', () => {
    const plan = planSelected(regular(300, 60), [130, 62, 61, 130, 300, -1, 0.5], new Map([[62, 2.5]]));
    expect(plan.frames.map(({ index, timeSeconds }) => [index, timeSeconds])).toEqual([
      [61, 61 / 30],
      [62, 2.5],
      [130, 130 / 30],
    ]);
    // 60 to 62 and 120 to 130.
    expect(plan).toMatchObject({ runs: 2, decodedFrames: 14 });
  });
});

describe('evenlySpread', () => {
  test('has both ends and no more than there is', () => {
    expect(evenlySpread(10, 4)).toEqual([0, 3, 6, 9]);
    expect(evenlySpread(3, 12)).toEqual([0, 1, 2]);
    expect(evenlySpread(9, 1)).toEqual([4]);
    expect(evenlySpread(9, 0)).toEqual([]);
  });
});

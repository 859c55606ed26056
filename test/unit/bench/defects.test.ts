import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/domain/random.ts';
import { ALL_DEFECTS } from '../../bench/defects/make/all-defects.ts';
import { casesOf, makeCase } from '../../bench/defects/make/cases.ts';
import { motionIn, VISIBLE_MOTION } from '../../bench/defects/make/motion.ts';
import { placeWindow } from '../../bench/defects/make/place-window.ts';
import type { RawClip } from '../../bench/defects/make/raw-clip.ts';
import type { Source } from '../../bench/defects/make/sources.ts';
import { dropped, frozen, hastened, repeated, shuffled } from '../../bench/defects/make/time-defects.ts';

const SOURCE: Source = { path: 'clip.mp4', origin: 'camera', start: 0, name: 'clip', hash: 'a' };

/** A clip of 40 frames at 10 per second; a bright square crosses it by `speed` pixels a frame over texture. */
function makeClip(speed: number): RawClip {
  const width = 80;
  const height = 60;
  const frames = Array.from({ length: 40 }, (_, index) => {
    const frame = new Uint8Array((width * height * 3) / 2).fill(128);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        frame[y * width + x] = inSquare(x - speed * index, y) ? 220 : 40 + ((37 * x + 91 * y) % 150);
    return frame;
  });
  return { width, height, rate: 10, frames };
}

function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum;
}

const inSquare = (x: number, y: number): boolean => x >= 4 && x < 20 && y >= 20 && y < 36;

describe('orders of frames', () => {
  it('holds the first frame of a freeze and goes on where it would have been', () => {
    expect(frozen(8, { first: 2, end: 5 })).toEqual([0, 1, 2, 2, 2, 5, 6, 7]);
  });

  it('repeats frames inside the window only, never a later one', () => {
    const order = repeated(100, { first: 20, end: 80 }, 0.5, seededRandom(3));
    const changed = order.flatMap((index, i) => (index === i ? [] : [i]));
    expect(changed.length).toBeGreaterThan(15);
    expect(changed.every((i) => i > 20 && i < 80 && (order[i] ?? 0) === (order[i - 1] ?? 0))).toBe(true);
  });

  it('leaves no group of shuffled frames as it was', () => {
    const order = shuffled(40, { first: 8, end: 24 }, 4, seededRandom(1));
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    for (let start = 8; start < 24; start += 4)
      expect(order.slice(start, start + 4)).not.toEqual([start, start + 1, start + 2, start + 3]);
    expect(order.slice(24)).toEqual(Array.from({ length: 16 }, (_, i) => 24 + i));
  });

  it('drops runs of frames and keeps the rest in order', () => {
    const order = dropped(100, { first: 10, end: 40 }, 3, 4, seededRandom(2));
    const steps = order.slice(1).map((index, i) => index - (order[i] ?? 0));
    expect(new Set(steps)).toEqual(new Set([1, 4]));
    expect(steps.slice(0, 10)).toEqual(new Array(10).fill(1));
    expect(steps.slice(40)).toEqual(new Array(steps.length - 40).fill(1));
  });

  it('runs the window faster and the rest as before', () => {
    expect(hastened(14, { first: 2, end: 5 }, 3)).toEqual([0, 1, 2, 5, 8, 11, 12, 13]);
  });
});

describe('windows', () => {
  const still = { needsMotion: false, consumes: false };

  it('last half a second to a second and lie inside the clip, not always in the same place', () => {
    const clip = makeClip(1);
    const spans = Array.from({ length: 30 }, (_, seed) => placeWindow(clip, still, seededRandom(seed)));
    for (const span of spans) {
      if (span === null) throw new Error('A window that needs nothing was not found.');
      expect(span.end - span.first).toBeGreaterThanOrEqual(5);
      expect(span.end - span.first).toBeLessThanOrEqual(10);
      expect(span.first).toBeGreaterThanOrEqual(4);
      expect(span.end).toBeLessThanOrEqual(36);
    }
    expect(new Set(spans.map((span) => span?.first)).size).toBeGreaterThan(8);
  });

  it('are not found for defects of motion where nothing moves', () => {
    const moving = { needsMotion: true, consumes: false };
    expect(motionIn(makeClip(0), { first: 0, end: 40 })).toBeLessThan(VISIBLE_MOTION);
    expect(motionIn(makeClip(2), { first: 0, end: 40 })).toBeGreaterThan(VISIBLE_MOTION);
    expect(placeWindow(makeClip(0), moving, seededRandom(1))).toBeNull();
    expect(placeWindow(makeClip(2), moving, seededRandom(1))).not.toBeNull();
  });
});

describe('defects made without ffmpeg', () => {
  const clean = makeClip(1);
  const own = ['banding', 'colour-cast', 'flicker', 'warp', 'melt', 'pop'];
  const differences = (a: RawClip, b: RawClip): number[] =>
    a.frames.map((frame, i) => difference(frame, b.frames[i] ?? frame));

  for (const id of own) {
    it(`${id}: shows in its window only, more with strength, the same each time`, async () => {
      const damaged = casesOf(SOURCE, { defects: [id], scopes: ['window'] }).slice(1);
      const sums: number[] = [];
      for (const one of damaged) {
        const made = await makeCase(one, clean, SOURCE);
        const again = await makeCase(one, clean, SOURCE);
        if (made === null || again === null) throw new Error('The defect was not made.');
        expect(differences(made.clip, again.clip).every((sum) => sum === 0)).toBe(true);
        const [start, end] = made.shows[0] ?? [0, 0];
        const perFrame = differences(made.clip, clean);
        expect(perFrame.slice(0, Math.round(10 * start)).every((sum) => sum === 0)).toBe(true);
        if (id !== 'melt') expect(perFrame.slice(Math.round(10 * end)).every((sum) => sum === 0)).toBe(true);
        sums.push(perFrame.reduce((sum, value) => sum + value, 0));
      }
      const [mild = 0, medium = 0, strong = 0] = sums;
      expect(mild).toBeGreaterThan(0);
      expect(medium).toBeGreaterThan(mild);
      expect(strong).toBeGreaterThan(medium);
      expect(differences(clean, makeClip(1)).every((sum) => sum === 0)).toBe(true);
    });
  }
});

describe('the list of defects', () => {
  it('gives every defect an id and a scope of its own', () => {
    expect(new Set(ALL_DEFECTS.map(({ id }) => id)).size).toBe(ALL_DEFECTS.length);
    for (const { scopes, questions } of ALL_DEFECTS) {
      expect(scopes.length).toBeGreaterThan(0);
      expect(questions.length).toBeGreaterThan(0);
    }
  });
});

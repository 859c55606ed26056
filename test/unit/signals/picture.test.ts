import { describe, expect, test } from 'vitest';
import { buildPyramid, enlarge, type Plane } from '../../../src/signals/plane.ts';
import { measure } from './measure.ts';
import { frameOf, type Scene, texture } from './synthetic-frames.ts';

const size = { width: 192, height: 160, native: true };
const of = (scene: Scene, options = {}) => measure([frameOf(0, scene, { ...size, ...options })]);
const edges: Scene = (x, y) => (((x >> 4) + (y >> 4)) % 2 === 0 ? 60 : 190);

function smooth(plane: Plane): Float32Array<ArrayBuffer> {
  return Float32Array.from(buildPyramid(plane, 1, 1)[0]?.data ?? []);
}

function blurred(scene: Scene, times: number): Scene {
  let plane = { width: size.width, height: size.height, data: frameOf(0, scene, size).small.luma };
  for (let i = 0; i < times; i++) plane = { ...plane, data: smooth(plane) };
  return (x, y) => plane.data[y * size.width + x] ?? 0;
}

/** Uniform noise in −1..1 that depends on place only. */
function grain(x: number, y: number): number {
  const value = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
  return 2 * (value - Math.floor(value)) - 1;
}

test('blur takes sharpness and fine detail away, the more the more', () => {
  for (const id of ['sharpness', 'fine_detail']) {
    const values = [0, 1, 4, 16].map((times) => of(blurred(edges, times))(id).summary ?? -1);
    expect(values, id).toEqual([...values].sort((a, b) => b - a));
    expect(values[0], id).toBeGreaterThan(1.5 * (values[3] ?? 9));
  }
});

test('fine detail is that at one viewing size: a smaller copy of a picture has less', () => {
  const copy = (width: number) =>
    of((x, y) => edges(Math.floor((x * 256) / width), Math.floor((y * 256) / width)), {
      width,
      height: (width * 5) / 8,
    });
  const [full, half] = [256, 128].map((width) => copy(width)('fine_detail').summary ?? -1);
  expect(half).toBeLessThan(0.9 * (full ?? 0));
});

test('a picture is enlarged without shift: a ramp stays a ramp, its mean stays', () => {
  const ramp = { width: 64, height: 2, data: Float32Array.from({ length: 128 }, (_, i) => 3 * (i % 64)) };
  const large = enlarge(ramp, 256);
  expect([large.width, large.height]).toEqual([256, 8]);
  for (let x = 2; x < 254; x++) expect(large.data[x]).toBeCloseTo(3 * ((x + 0.5) / 4 - 0.5), 3);
  expect(enlarge(ramp, 64)).toBe(ramp);
});

test('grain is relative to contrast: white noise has 4.5 at most, smooth shapes next to none', () => {
  expect(of((x, y) => 128 + 100 * grain(x, y))('grain').summary).toBeCloseTo(4.5, 0);
  expect(of((x, y) => 128 + 60 * Math.sin(x / 20) * Math.cos(y / 25))('grain').summary).toBeLessThan(0.1);
  const grainy = (amount: number) => of((x, y) => texture(4)(x, y) + amount * grain(x, y))('grain').summary ?? -1;
  expect(grainy(30)).toBeGreaterThan(1.5 * grainy(0));
});

test('noise is measured in levels, and texture does not count as noise', () => {
  const quiet = of((x, y) => 120 + 0.2 * x + 0.1 * y)('noise').summary;
  expect(quiet).toBeLessThan(1);
  // Uniform noise of ±a has a standard deviation of a / √3.
  expect(of((x, y) => 120 + 8 * Math.sqrt(3) * grain(x, y))('noise').summary).toBeCloseTo(8, -0.5);
});

test('steps on an 8-pixel grid are blocking, the same steps off the grid are not', () => {
  const step =
    (positions: (i: number) => number): Scene =>
    (x, y) =>
      100 + 3 * ((positions(x) + positions(y)) % 2);
  expect(of(step((i) => Math.floor(i / 8)))('blocking').summary).toBeGreaterThan(1);
  expect(of(step((i) => Math.floor(i / 7)))('blocking').summary).toBeLessThan(0.6);
  expect(of(texture(4))('blocking').summary).toBeLessThan(0.2);
});

test('a coarse gradient is banded, a fine one is not', () => {
  expect(of((x) => 60 + 6 * Math.floor(x / 12))('banding').summary).toBeGreaterThan(80);
  expect(of((x) => 60 + x / 2)('banding').summary).toBe(0);
});

describe('exposure and colour', () => {
  test('brightness, clipping and contrast of known pictures', () => {
    expect(of(() => 77)('brightness').summary).toBeCloseTo(77, 3);
    expect(of(() => 77)('contrast').summary).toBe(0);
    expect(of((x) => (x < 96 ? 0 : 128))('clipping').summary).toBeCloseTo(50, 3);
    expect(of((x) => (x < 96 ? 40 : 200))('contrast').summary).toBe(160);
  });

  test('a tint is a cast, grey has neither cast nor colour', () => {
    expect(of(() => 100, { cb: 98, cr: 168 })('colour_cast').summary).toBeCloseTo(50, 3);
    expect(of(() => 100)('colour_cast').summary).toBe(0);
    expect(of(() => 100)('colourfulness').summary).toBe(0);
  });
});

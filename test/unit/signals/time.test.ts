import { describe, expect, test } from 'vitest';
import { measure } from './measure.ts';
import { frameOf, panning, texture } from './synthetic-frames.ts';

const scene = texture(21);

describe('flicker', () => {
  test('alternating brightness is measured as its amplitude', () => {
    const frames = Array.from({ length: 10 }, (_, t) =>
      frameOf(t, (x, y) => 0.6 * scene(x, y) + (t % 2 === 0 ? 40 : 60)),
    );
    expect(measure(frames)('global_flicker').summary).toBeCloseTo(20, 0);
  });

  test('a steady fade is none', () => {
    const frames = Array.from({ length: 10 }, (_, t) => frameOf(t, (x, y) => 0.5 * scene(x, y) + 5 * t));
    expect(measure(frames)('global_flicker').summary).toBeLessThan(0.05);
  });

  test('a part that flickers shows in local flicker only', () => {
    const frames = Array.from({ length: 8 }, (_, t) =>
      frameOf(t, (x, y) => 0.6 * scene(x, y) + (x < 40 && y < 40 && t % 2 === 0 ? 45 : 20)),
    );
    const of = measure(frames);
    expect(of('local_flicker').summary).toBeGreaterThan(5);
    expect(of('global_flicker').summary).toBeLessThan(6);
  });
});

describe('repeated frames', () => {
  test('a held frame has no change, one small moving thing is enough to be new', () => {
    const dot = (t: number) => (x: number, y: number) =>
      Math.abs(x - 20 - 3 * t) < 4 && Math.abs(y - 30) < 4 ? 250 : 100;
    const frames = [frameOf(0, dot(0)), frameOf(1, dot(1)), frameOf(2, dot(1)), frameOf(3, dot(2))];
    const { values } = measure(frames)('frame_change');
    expect(values[0]).toBeNull();
    expect(values[1]).toBeGreaterThan(20);
    expect(values[2]).toBe(0);
    expect(values[3]).toBeGreaterThan(20);
  });
});

describe('cut', () => {
  test('stands out in change of picture and in what is not found again, at the first frame after it', () => {
    const other = texture(99);
    const frames = Array.from({ length: 12 }, (_, t) =>
      frameOf(t, t < 6 ? (x, y) => scene(x - t, y) : (x, y) => other(x - t, y)),
    );
    const of = measure(frames);
    const layout = of('layout_change').values.map((value) => value ?? 0);
    expect(layout.indexOf(Math.max(...layout))).toBe(6);
    expect(layout[6]).toBeGreaterThan(0.3);
    expect(Math.max(...layout.filter((_, t) => t !== 6))).toBeLessThan(0.2);
    expect(of('unmatched').values[6]).toBeGreaterThan(40);
    expect(of('unmatched').values[5]).toBeLessThan(5);
  });
});

describe('jitter', () => {
  test('shuffled frames have more of it than the same frames in order', () => {
    const frames = panning(8, scene, 0.7, 0);
    const order = [0, 3, 1, 5, 2, 7, 4, 6];
    const shuffled = order.map((from, t) => frameOf(t, (x, y) => scene(x - 0.7 * from, y)));
    const smooth = measure(frames);
    const rough = measure(shuffled);
    expect(rough('jitter').summary).toBeGreaterThan(2 * (smooth('jitter').summary ?? 9));
    expect(rough('motion_change').summary).toBeGreaterThan(10 * (smooth('motion_change').summary ?? 9));
  });
});

describe('jitter of shapes', () => {
  const drift = (order: readonly number[], grain: number) =>
    measure(
      order.map((from, t) =>
        frameOf(t, (x, y) => {
          const value = Math.sin(x * 12.9898 + y * 78.233 + t * 37.719) * 43758.5453;
          const speck = grain * (value - Math.floor(value));
          return 100 + 60 * Math.sin((x - 2 * from) / 15) + 30 * Math.sin(y / 9) + speck;
        }),
      ),
    );
  const IN_ORDER = [0, 1, 2, 3, 4, 5, 6, 7];

  test('sees shuffled frames', () => {
    const shuffled = drift([0, 3, 1, 5, 2, 7, 4, 6], 0)('coarse_jitter').summary;
    expect(shuffled).toBeGreaterThan(3 * (drift(IN_ORDER, 0)('coarse_jitter').summary ?? 9));
  });

  test('is hardly disturbed by grain', () => {
    const grainy = drift(IN_ORDER, 30);
    expect(grainy('coarse_jitter').summary).toBeLessThan(0.5 * (grainy('jitter').summary ?? 0));
  });
});

describe('concentration of change', () => {
  const at = (change: (x: number, y: number, t: number) => number) =>
    measure(Array.from({ length: 8 }, (_, t) => frameOf(t, (x, y) => scene(x, y) + change(x, y, t))))(
      'change_concentration',
    ).summary;

  test('is low where all moves alike and where only the light changes, high where one thing changes', () => {
    const pan = measure(Array.from({ length: 8 }, (_, t) => frameOf(t, (x, y) => scene(x + 2 * t, y))));
    expect(pan('change_concentration').summary).toBeLessThan(4);
    expect(at((_x, _y, t) => (t % 2 === 0 ? 0 : 10))).toBeLessThan(0.5);
    expect(at((x, y, t) => (t % 2 === 0 ? 0 : 0.2 * (scene(x, y) - 128)))).toBeLessThan(0.5);
    expect(at((x, y, t) => (x < 16 && y < 16 && t % 2 === 0 ? 40 : 0))).toBeGreaterThan(10);
  });

  test('is nothing in a still clip', () => {
    expect(at(() => 0)).toBe(0);
  });
});

describe('local deformation', () => {
  test('is low for a pan and high where texture changes without moving; the jerk is placed', () => {
    const pan = measure(panning(8, scene, 1, 0));
    const boiling = Array.from({ length: 8 }, (_, t) =>
      frameOf(t, (x, y) => (x > 80 && y < 40 ? texture(50 + t)(x, y) : scene(x, y))),
    );
    const boil = measure(boiling);
    // A little stays at the edge where the picture comes in.
    expect(pan('local_deformation').summary).toBeLessThan(30);
    expect(boil('local_deformation').summary).toBeGreaterThan(60);
    expect(boil('local_jerk').summary).toBeGreaterThan(5 * (pan('local_jerk').summary ?? 9));
    expect(boil('local_jerk_x').summary).toBeGreaterThan(60);
    expect(boil('local_jerk_y').summary).toBeLessThan(60);
  });
});

describe('path of textures', () => {
  const fps = { framesPerSecond: 8 };
  const ordered = Array.from({ length: 9 }, (_, t) => frameOf(t, (x, y) => scene(x - 4 * t, y), fps));
  const shuffled = [0, 5, 1, 7, 2, 6, 3, 8, 4].map((from, t) => frameOf(t, (x, y) => scene(x - 4 * from, y), fps));

  test('shuffled frames bend it more and jump farther than the same frames in order', () => {
    const smooth = measure(ordered);
    const rough = measure(shuffled);
    expect(rough('texture_bends').summary).toBeGreaterThan((smooth('texture_bends').summary ?? 1) + 0.1);
    expect(rough('texture_jumps').summary).toBeGreaterThan(2 * (smooth('texture_jumps').summary ?? 9));
  });

  test('a still picture goes nowhere', () => {
    const of = measure(Array.from({ length: 5 }, (_, t) => frameOf(t, scene, fps)));
    for (const id of ['texture_change', 'texture_movement', 'texture_jumps', 'texture_bends'])
      expect(of(id).summary).toBe(0);
  });

  test('what changes its place changes the textures of the parts, not that of the whole', () => {
    const patch = (left: number) =>
      measure(
        Array.from({ length: 5 }, (_, t) =>
          frameOf(
            t,
            (x, y) => (Math.abs(x - left - 32 * t) < 12 && Math.abs(y - 36) < 12 ? scene(x - 32 * t, y) : 128),
            {
              ...fps,
              width: 256,
            },
          ),
        ),
      );
    const of = patch(40);
    expect(of('texture_movement').summary).toBeGreaterThan(20 * (of('texture_change').summary ?? 9));
  });

  test('frames an eighth of a second apart are compared, whatever the frame rate; it stands at the middle one', () => {
    const { values } = measure(panning(12, scene, 0.7, 0))('texture_change');
    expect(values.map((value) => value !== null)).toEqual([
      ...Array(3).fill(false),
      ...Array(6).fill(true),
      ...Array(3).fill(false),
    ]);
  });
});

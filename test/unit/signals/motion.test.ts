import { describe, expect, test } from 'vitest';
import { fitCamera } from '../../../src/signals/flow/camera-model.ts';
import { FrameView } from '../../../src/signals/frame-view.ts';
import { PairView } from '../../../src/signals/pair-view.ts';
import { measure } from './measure.ts';
import { frameOf, panning, texture } from './synthetic-frames.ts';

function pairOf(right: number, down: number): PairView {
  const [from, to] = panning(2, texture(3), right, down);
  if (from === undefined || to === undefined) throw new Error('two frames');
  return new PairView(new FrameView(from), new FrameView(to));
}

describe('block flow', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2.5, -1.25],
    [-6, 3],
    [9, 5],
  ])('finds a translation of (%f, %f) pixels to a tenth of a pixel', (right, down) => {
    const flow = pairOf(right, down).flow;
    if (flow === null) throw new Error('no flow');
    const inner: number[] = [];
    for (let row = 2; row < flow.rows - 2; row++)
      for (let column = 2; column < flow.columns - 2; column++) {
        const block = row * flow.columns + column;
        inner.push(Math.hypot((flow.u[block] ?? 0) - right, (flow.v[block] ?? 0) - down));
      }
    inner.sort((a, b) => a - b);
    expect(inner[Math.floor(inner.length * 0.9)]).toBeLessThan(0.1);
  });

  test('a change of brightness is no motion', () => {
    const scene = texture(5);
    const pair = new PairView(
      new FrameView(frameOf(0, (x, y) => 0.7 * scene(x, y))),
      new FrameView(frameOf(1, (x, y) => 0.7 * scene(x, y) + 40)),
    );
    const longest = Math.max(...(pair.flow?.u ?? [99]).map(Math.abs), ...(pair.flow?.v ?? [99]).map(Math.abs));
    expect(longest).toBeLessThan(0.5);
  });

  test('is null for a picture smaller than a patch', () => {
    const tiny = { width: 8, height: 8 };
    const pair = new PairView(new FrameView(frameOf(0, texture(1), tiny)), new FrameView(frameOf(1, texture(1), tiny)));
    expect(pair.flow).toBeNull();
    expect(pair.camera).toBeNull();
  });
});

describe('camera', () => {
  test('a picture that moves left and down is a camera that turns right and up', () => {
    const of = measure(panning(6, texture(7), -1.28, 0.64));
    // 1.28 px of 128 px, 25 times a second.
    expect(of('camera_pan').summary).toBeCloseTo(25, 0);
    expect(of('camera_tilt').summary).toBeCloseTo(12.5, 0);
    expect(Math.abs(of('camera_zoom').summary ?? 99)).toBeLessThan(2);
    expect(of('subject_motion').summary).toBeLessThan(3);
  });

  test('growth about the centre is a zoom in', () => {
    const scene = texture(9);
    const frames = Array.from({ length: 5 }, (_, t) =>
      frameOf(t, (x, y) => scene(64 + (x - 63.5) / 1.02 ** t, 36 + (y - 35.5) / 1.02 ** t)),
    );
    expect(measure(frames)('camera_zoom').summary).toBeGreaterThan(40);
    expect(measure(frames)('camera_zoom').summary).toBeLessThan(60);
  });

  test('the fit ignores a subject that moves against the camera', () => {
    const flow = {
      columns: 16,
      rows: 9,
      stride: 8,
      u: new Float32Array(144).fill(2),
      v: new Float32Array(144),
      confidence: new Float32Array(144).fill(1),
    };
    for (let row = 3; row < 7; row++) for (let column = 5; column < 11; column++) flow.u[row * 16 + column] = -4;
    const camera = fitCamera(flow);
    expect(camera?.shiftX).toBeCloseTo(2, 1);
    expect(camera?.growth).toBeCloseTo(0, 2);
    expect(camera?.support).toBeCloseTo(120 / 144, 2);
  });

  test('is not read off a picture without texture', () => {
    expect(measure(panning(4, () => 90, 1, 0))('camera_pan').summary).toBeNull();
  });
});

describe('motion of things', () => {
  test('a thing that moves over a still ground is motion without camera motion', () => {
    const ground = texture(11);
    const thing = texture(12);
    const frames = Array.from({ length: 6 }, (_, t) =>
      frameOf(t, (x, y) => (x > 30 + 2 * t && x < 80 + 2 * t && y > 20 && y < 52 ? thing(x - 2 * t, y) : ground(x, y))),
    );
    const of = measure(frames);
    expect(Math.abs(of('camera_pan').summary ?? 99)).toBeLessThan(1);
    expect(of('subject_motion').summary).toBeGreaterThan(25);
  });

  test('more speed is more motion', () => {
    const amounts = [0, 0.5, 1, 2, 4].map(
      (speed) => measure(panning(5, texture(2), speed, 0))('motion_amount').summary,
    );
    expect(amounts).toEqual([...amounts].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(amounts[4]).toBeGreaterThan(5 * (amounts[1] ?? 0));
  });
});

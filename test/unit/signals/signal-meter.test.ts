import { describe, expect, test } from 'vitest';
import { signalSeriesSchema } from '../../../src/domain/signal.ts';
import { ALL_SIGNALS } from '../../../src/signals/all-signals.ts';
import { SignalMeter } from '../../../src/signals/signal-meter.ts';
import { measure } from './measure.ts';
import { frameOf, panning, texture } from './synthetic-frames.ts';

const scene = texture(31);

test('every series fits the report, whatever the frames', () => {
  for (const frames of [
    [],
    panning(5, scene, 1, 0, { native: true }),
    [frameOf(0, scene, { native: true })],
    panning(3, scene, 1, 0, { width: 8, height: 8, native: true }),
    panning(3, scene, 1, 0, { width: 1, height: 1, native: true }),
    panning(3, scene, 1, 0, { width: 256, height: 9, native: true }),
    panning(3, scene, 1, 0, { width: 13, height: 13, native: true }),
    panning(4, () => 0, 0, 0, { native: true }),
    panning(4, () => 255, 0, 0, { native: true }),
  ]) {
    const meter = new SignalMeter();
    meter.push(frames);
    for (const series of meter.series()) {
      signalSeriesSchema.parse(series);
      expect(series.values).toHaveLength(frames.length);
      expect(series.timesSeconds).toHaveLength(frames.length);
    }
  }
});

test('values stay in the range of their signal, and ids are unique', () => {
  const of = measure([...panning(5, scene, 2, 1, { native: true }), frameOf(5, texture(8), { native: true })]);
  expect(new Set(ALL_SIGNALS.map((signal) => signal.id)).size).toBe(ALL_SIGNALS.length);
  for (const { id, range } of ALL_SIGNALS)
    for (const value of of(id).values) {
      if (value === null) continue;
      expect(value, id).toBeGreaterThanOrEqual(range[0]);
      expect(value, id).toBeLessThanOrEqual(range[1]);
    }
});

test('one frame has a look but no motion; 8 × 8 pixels have no flow', () => {
  const one = measure([frameOf(0, scene)]);
  expect(one('brightness').summary).not.toBeNull();
  for (const { id, window } of ALL_SIGNALS) if (window !== 1) expect(one(id).summary, id).toBeNull();
  const tiny = measure(panning(4, scene, 1, 0, { width: 8, height: 8 }));
  for (const id of ['motion_amount', 'local_deformation', 'camera_pan', 'unmatched'])
    expect(tiny(id).summary).toBeNull();
});

describe('runs', () => {
  test('nothing is compared across them', () => {
    const other = texture(32);
    const frames = [
      ...[0, 1, 2].map((t) => frameOf(t, scene, { run: 0 })),
      ...[30, 31, 32].map((t) => frameOf(t, other, { run: 1 })),
    ];
    const of = measure(frames);
    for (const { id, window } of ALL_SIGNALS) {
      const { values } = of(id);
      if (window === 2) expect([values[0], values[3]], id).toEqual([null, null]);
      if (window === 3) expect([values[0], values[2], values[3], values[5]], id).toEqual([null, null, null, null]);
    }
    expect(of('frame_change').values).toEqual([null, 0, 0, null, 0, 0]);
    expect(of('global_flicker').values[1]).toBe(0);
  });

  test('frames pushed one by one or together measure the same', () => {
    const frames = panning(6, scene, 1.5, 0.5, { native: true });
    const together = new SignalMeter();
    together.push(frames);
    const single = new SignalMeter();
    for (const frame of frames) single.push([frame]);
    expect(single.series()).toEqual(together.series());
  });
});

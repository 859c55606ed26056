import { describe, expect, test } from 'vitest';
import { trackMotion } from '../../../src/detectors/tracks/track-motion.ts';
import { JOINTS, type TrackPoint } from '../../../src/domain/track.ts';
import { cameraShift } from '../../../src/judges/detected/camera-shift.ts';
import { makeSignal } from '../ui/make-signal.ts';

const SIZE = { width: 200, height: 100 };
const times = [0, 0.2, 0.4, 0.6, 0.8];
const still = cameraShift(SIZE, []);

const points = (x: (seconds: number) => number, wave: (seconds: number) => number = () => 0): TrackPoint[] =>
  times.map((timeSeconds, frame) => {
    const box = { x: x(timeSeconds), y: 20, width: 30, height: 40 };
    return {
      frame,
      timeSeconds,
      box,
      score: 0.9,
      joints: JOINTS.map((_, i) => [box.x + i, 30 + (i < 4 ? wave(timeSeconds) : 0), 0.9]),
    };
  });

describe('motion of a followed thing', () => {
  test('is how fast its box goes, in long edges per second', () => {
    const motion = trackMotion({ points: points((seconds) => 40 * seconds) }, still, 200);
    expect(motion?.travel).toBeCloseTo(0.2);
    expect(motion?.gesture).toBeCloseTo(0);
  });

  test('is how its joints move against its middle', () => {
    const waving = trackMotion(
      {
        points: points(
          () => 10,
          (seconds) => 20 * seconds,
        ),
      },
      still,
      200,
    );
    expect(waving?.travel).toBeCloseTo(0);
    expect(waving?.gesture).toBeGreaterThan(0.05);
  });

  test('is nothing where the camera does it all', () => {
    // The camera turns right by 10 % of the long edge per second: what stands goes left by 20 px.
    const shift = cameraShift(SIZE, [
      makeSignal(
        times.map((_, i) => (i === 0 ? null : 10)),
        { id: 'camera_pan', timesSeconds: times },
      ),
    ]);
    const motion = trackMotion({ points: points((seconds) => 100 - 20 * seconds) }, shift, 200);
    expect(motion?.travel).toBeCloseTo(0);
    expect(trackMotion({ points: points(() => 100) }, shift, 200)?.travel).toBeCloseTo(0.1);
  });

  test('is not told of a thing that was seen once', () => {
    expect(trackMotion({ points: points(() => 0).slice(0, 1) }, still, 200)).toBeNull();
  });
});

describe('the camera', () => {
  test('moves points from the middle when it zooms in, and down when it turns up', () => {
    const values = times.map(() => 10);
    const zoom = cameraShift(SIZE, [makeSignal(values, { id: 'camera_zoom', timesSeconds: times })]);
    expect(zoom({ x: 200, y: 50 }, 0, 0.4).x).toBeCloseTo(204);
    const tilt = cameraShift(SIZE, [makeSignal(values, { id: 'camera_tilt', timesSeconds: times })]);
    expect(tilt({ x: 0, y: 0 }, 0, 0.5).y).toBeCloseTo(10);
  });
});

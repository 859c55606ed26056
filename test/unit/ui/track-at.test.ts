import { describe, expect, test } from 'vitest';
import type { Track } from '../../../src/domain/track.ts';
import { placeAt, stepOf, stretchesOf } from '../../../src/ui/detections/track-at.ts';

const STEP = 0.2;

/** Found at these times, moving 10 pixels a second to the right. */
function makeTrack(times: readonly number[]): Track {
  return {
    id: 'dog 1',
    label: 'dog',
    points: times.map((timeSeconds, frame) => ({
      frame,
      timeSeconds,
      box: { x: 10 * timeSeconds, y: 5, width: 20, height: 30 },
      score: 0.8,
    })),
  };
}

describe('where a followed thing is', () => {
  const track = makeTrack([1, 1.2, 1.4, 3]);

  test('lies on the line between the frames in which it was found', () => {
    expect(placeAt(track, 1.1, STEP)?.box.x).toBeCloseTo(11);
    expect(placeAt(track, 1.2, STEP)?.box).toEqual({ x: 12, y: 5, width: 20, height: 30 });
    expect(placeAt(track, 1.1, STEP)?.joints).toBeNull();
  });

  test('is nowhere before, after and in a long gap', () => {
    for (const seconds of [0, 0.7, 2, 3.5]) expect(placeAt(track, seconds, STEP)).toBeNull();
    for (const seconds of [0.9, 1.45, 2.95, 3.1]) expect(placeAt(track, seconds, STEP)).not.toBeNull();
  });

  test('is told in stretches without the gaps', () => {
    expect(stretchesOf(track, STEP)).toEqual([
      { startSeconds: 1, endSeconds: 1.4 },
      { startSeconds: 3, endSeconds: 3 },
    ]);
  });

  test('a single frame stands for the whole clip', () => {
    const single = makeTrack([0]);
    const step = stepOf([0]);
    expect(placeAt(single, 4, step)).not.toBeNull();
    expect(stepOf([0, 0.2, 0.4, 5])).toBeCloseTo(0.2);
  });
});

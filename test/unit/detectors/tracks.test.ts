import { describe, expect, test } from 'vitest';
import { countThings } from '../../../src/detectors/counting.ts';
import { joinPeople } from '../../../src/detectors/people.ts';
import { joinTracks } from '../../../src/detectors/tracks/join-tracks.ts';
import { makeFrame, makeObject, makePose } from './make-findings.ts';

const frames = Array.from({ length: 10 }, (_, frame) => frame);

describe('following things', () => {
  test('one thing that moves is one track, however weak it gets once it was clear', () => {
    const tracks = joinTracks(
      frames.map((frame) => makeFrame(frame, [makeObject('dog', frame === 5 ? 0.25 : 0.7, 15 * frame)])),
    );
    expect(tracks.map(({ id, points }) => [id, points.length])).toEqual([['dog 1', 10]]);
  });

  test('two things that pass one another stay themselves', () => {
    const tracks = joinTracks(
      frames.map((frame) =>
        makeFrame(frame, [makeObject('dog', 0.7, 20 * frame), makeObject('dog', 0.7, 185 - 20 * frame)]),
      ),
    );
    expect(tracks.map(({ points }) => points.length)).toEqual([10, 10]);
    expect(tracks[0]?.points.at(-1)?.box.x).toBe(180);
    expect(tracks[1]?.points.at(-1)?.box.x).toBe(5);
  });

  test('another class is another thing', () => {
    const tracks = joinTracks([makeFrame(0, [makeObject('dog', 0.7, 0)]), makeFrame(1, [makeObject('cat', 0.7, 0)])]);
    expect(tracks.map(({ id }) => id)).toEqual(['dog 1', 'cat 1']);
  });

  test('a short gap is bridged, a long one is not', () => {
    const seen = (at: readonly number[]) =>
      joinTracks(at.map((frame) => makeFrame(frame, [makeObject('car', 0.8, 0)])));
    expect(seen([0, 1, 4, 5])).toHaveLength(1);
    expect(seen([0, 1, 8, 9]).map(({ id }) => id)).toEqual(['car 1', 'car 2']);
  });

  test('what was never clear is not followed', () => {
    expect(joinTracks(frames.map((frame) => makeFrame(frame, [makeObject('car', 0.3, 0)])))).toEqual([]);
  });

  test('what jumps across the picture is another thing', () => {
    const tracks = joinTracks([makeFrame(0, [makeObject('car', 0.8, 0)]), makeFrame(1, [makeObject('car', 0.8, 500)])]);
    expect(tracks).toHaveLength(2);
  });
});

describe('people', () => {
  const person = makeObject('person', 0.5, 0, 100);

  test('a body belongs to the box it fits, and makes it surer', () => {
    const [found, ...rest] = joinPeople({ objects: [person], poses: [makePose(0.4, person.box)] });
    expect(rest).toEqual([]);
    expect(found?.joints).toHaveLength(17);
    expect(found?.score).toBeCloseTo(0.7);
  });

  test('a sure body without a box is a person, a weak one is not', () => {
    const apart = { x: 300, y: 0, width: 80, height: 100 };
    expect(joinPeople({ objects: [person], poses: [makePose(0.6, apart)] })).toHaveLength(2);
    expect(joinPeople({ objects: [person], poses: [makePose(0.2, apart)] })).toHaveLength(1);
  });

  test('are counted over the frames, not in the best one', () => {
    const two = [makeObject('person', 0.8, 0), makeObject('person', 0.8, 200)];
    const counted = frames.map((frame) =>
      makeFrame(frame, frame === 0 ? [...two, makeObject('person', 0.8, 400)] : two),
    );
    expect(countThings(counted, 'person', 0.4, 0.6)).toBe(2);
    expect(countThings(counted, 'dog', 0.4, 0.6)).toBe(0);
    expect(countThings([], 'person', 0.4, 0.6)).toBe(0);
  });
});

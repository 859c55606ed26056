import { describe, expect, test } from 'vitest';
import type { Detection } from '../../../src/detectors/detection.ts';
import { gapsIn } from '../../../src/detectors/tracks/gaps.ts';
import { joinTracks } from '../../../src/detectors/tracks/join-tracks.ts';
import { makeFrame, makeObject } from './make-findings.ts';

const SIZE = { width: 320, height: 200 };
const frames = Array.from({ length: 10 }, (_, frame) => frame);

function gaps(findings: (frame: number) => Detection[]) {
  const found = frames.map((frame) => makeFrame(frame, findings(frame)));
  return gapsIn(joinTracks(found), found, SIZE);
}

const isMissing = (frame: number) => frame === 4 || frame === 5;

describe('gaps in tracks', () => {
  test('are where a thing in the middle of the picture is not found for a while', () => {
    const [gap, ...rest] = gaps((frame) => (isMissing(frame) ? [] : [makeObject('dog', 0.8, 100 + frame)]));
    expect(rest).toEqual([]);
    expect(gap?.missing.map(({ frame }) => frame)).toEqual([4, 5]);
    expect(gap?.clearness).toBeCloseTo(0.8);
    expect(gap?.box.x).toBeCloseTo(104.5);
  });

  test('are unclear where something of the kind is still half seen', () => {
    const [gap] = gaps((frame) => [makeObject('dog', isMissing(frame) ? 0.15 : 0.8, 100)]);
    expect(gap?.clearness).toBeCloseTo(0.65);
  });

  test('are none at the edge of the picture', () => {
    expect(gaps((frame) => (isMissing(frame) ? [] : [makeObject('dog', 0.8, 2)]))).toEqual([]);
  });

  test('are none where another thing may hide it', () => {
    const hidden = (frame: number) => [
      ...(isMissing(frame) ? [] : [makeObject('dog', 0.8, 100)]),
      makeObject('car', 0.9, 110, 60),
    ];
    expect(gaps(hidden)).toEqual([]);
  });

  test('are none in a thing that is always there', () => {
    expect(gaps(() => [makeObject('dog', 0.8, 100)])).toEqual([]);
  });
});

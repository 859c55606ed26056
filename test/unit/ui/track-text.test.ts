import { describe, expect, it } from 'vitest';
import { trackPoints, trackText, valueAt, worseStretches } from '../../../src/ui/timeline/track-text.ts';
import { makeSignal } from './make-signal.ts';

describe('the words of a track', () => {
  it('say the range, the clip’s value, what is usual and when it is worse', () => {
    const signal = makeSignal([1, 1, 5, 6, 1, null, 3]);
    expect(trackText(signal)).toBe(
      'Flicker: from 1 to 6 levels, 1 levels over the clip. Usual is 0–2 levels. ' +
        'Worse than usual at 0:00.2–0:00.3, 0:00.6.',
    );
  });

  it('say when nothing is worse, and when nothing was measured', () => {
    expect(trackText(makeSignal([1, 1]))).toContain('Never worse than usual.');
    expect(trackText(makeSignal([null, null]))).toBe('Flicker: nothing could be measured.');
    expect(trackText(makeSignal([99], { worse: 'neither' }))).toContain('no value is worse');
  });

  it('count stretches beyond the first six', () => {
    const values = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 9 : 1));
    expect(trackText(makeSignal(values))).toMatch(/and 4 more times\.$/);
    expect(trackText(makeSignal(values.slice(0, 14)))).toMatch(/and once more\.$/);
  });

  it('follow the side that is worse', () => {
    expect(worseStretches(makeSignal([1, 5], { worse: 'low', usual: [2, 8] }))).toEqual([
      { startSeconds: 0, endSeconds: 0 },
    ]);
  });
});

describe('the value under the cursor', () => {
  it('is the last one at or before the time, over frames without a value', () => {
    const track = trackPoints(makeSignal([1, null, 3, null, 5]));
    expect(valueAt(track, 0.3)).toBe(3);
    expect(valueAt(track, 0.4)).toBe(5);
  });

  it('is none where nothing was measured nearby', () => {
    const track = trackPoints(makeSignal([1, 2, 3], { timesSeconds: [0, 0.1, 0.2] }));
    expect(valueAt(track, 5)).toBeNull();
    expect(valueAt(trackPoints(makeSignal([])), 0)).toBeNull();
  });
});

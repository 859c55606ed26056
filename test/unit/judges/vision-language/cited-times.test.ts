import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Moment } from '../../../../src/domain/moment.ts';
import { momentSchema } from '../../../../src/domain/moment.ts';
import { citedMoments, type SeenFrame } from '../../../../src/judges/vision-language/cited-times.ts';

/** Eight frames, half a second apart, of a clip of 4 s at 24 frames a second. */
const SEEN: SeenFrame[] = Array.from({ length: 8 }, (_, position) => ({
  index: 12 * position,
  timeSeconds: position / 2,
}));

function cite(reason: string, seen: readonly SeenFrame[] = SEEN, durationSeconds = 4): Moment[] {
  return citedMoments(reason, seen, durationSeconds);
}

const stretches = (moments: readonly Moment[]) =>
  moments.map(({ startSeconds, endSeconds }) =>
    startSeconds === endSeconds ? startSeconds : [startSeconds, endSeconds],
  );

describe('a single time', () => {
  test.each([
    ['The leg melts at 1.25 s.', 1.25],
    ['The leg melts at 1.25s.', 1.25],
    ['The leg melts at 1.25 seconds.', 1.25],
    ['The leg melts at 1.25 sec.', 1.25],
    ['The leg melts at about 1.25 Seconds', 1.25],
    ['At 1,25 s the leg melts.', 1.25],
    ['The leg melts (1.25 s).', 1.25],
    ['The leg melts [1.25s]', 1.25],
    ['1.25s: the leg melts', 1.25],
    ['t=1.25: the leg melts', 1.25],
    ['t = 1.25 s, the leg melts', 1.25],
    ['At 1.25, the leg melts.', 1.25],
    ['The leg melts at 1.25 and then recovers.', 1.25],
    ['In 1.25 s the leg melts.', 1.25],
    ['timestamp 1.25 shows a melting leg', 1.25],
    ['At 0:02, the leg melts.', 2],
    ['The leg melts at 00:01.5.', 1.5],
    ['The leg melts at 0:01.50', 1.5],
    ['The leg melts at 00:00:02.', 2],
    ['The leg melts at the 2 second mark.', 2],
    ['The leg melts at second 2.', 2],
    ['After two seconds the leg melts.', 2],
    ['The leg melts at half a second.', 0.5],
    ['1.5 seconds into the video the leg melts', 1.5],
    ['two seconds in, the leg melts', 2],
    ['The leg melts at 500 ms.', 0.5],
    ['The leg melts at 0 min 2 s.', 2],
    ['The leg melts at t=2s', 2],
    ['The leg melts halfway through the clip.', 2],
    ['The leg melts in the middle of the video.', 2],
  ])('%s', (reason, seconds) => {
    const moments = cite(reason);
    expect(stretches(moments)).toEqual([seconds]);
    expect(moments[0]?.outsideClip).toBe(false);
    expect(moments[0]?.frames).toHaveLength(1);
    expect(moments[0]?.label).toMatch(/leg (melts|recovers)|a melting leg/);
  });

  it('is bound to the nearest seen frame within half their spacing', () => {
    expect(cite('at 1.25 s')[0]?.frames).toEqual([24]);
    expect(cite('at 1.26 s')[0]?.frames).toEqual([36]);
    expect(cite('at 3.75 s')[0]?.frames).toEqual([84]);
    expect(cite('at 3.9 s')[0]?.frames).toEqual([]);
    expect(cite('at 3.9 s')[0]?.outsideClip).toBe(false);
  });

  it('is bound as far as its rounding leaves open', () => {
    const dense = [1.9, 1.94, 1.98].map((timeSeconds, position) => ({ index: 40 + position, timeSeconds }));
    expect(cite('at 2 seconds', dense)[0]?.frames).toEqual([42]);
    expect(cite('at 0:02', dense)[0]?.frames).toEqual([42]);
    expect(cite('at 2.2 seconds', dense)[0]?.frames).toEqual([]);
  });

  it('is bound with one frame seen, and without any', () => {
    const one = [{ index: 7, timeSeconds: 1 }];
    expect(cite('at 1.0 s', one)[0]?.frames).toEqual([7]);
    expect(cite('at 3.0 s', one)[0]?.frames).toEqual([]);
    expect(cite('at 1 s, in frame 1', [])).toEqual([
      { startSeconds: 1, endSeconds: 1, frames: [], label: 'named in the reason', outsideClip: false },
      { startSeconds: 4, endSeconds: 4, frames: [], label: 'named in the reason', outsideClip: true },
    ]);
  });
});

describe('a stretch', () => {
  test.each<[string, [number, number], number[]]>([
    ['Between 1 and 2 seconds the leg melts.', [1, 2], [24, 36, 48]],
    ['The leg melts from 1.2s to 1.8s.', [1.2, 1.8], [36]],
    ['The leg melts from 1.2 to 1.8 s.', [1.2, 1.8], [36]],
    ['The leg melts at 1.2-1.8 s.', [1.2, 1.8], [36]],
    ['The leg melts (1.2 s – 1.8 s).', [1.2, 1.8], [36]],
    ['The leg melts 0:01–0:02.', [1, 2], [24, 36, 48]],
    ['The leg melts between 0:01 and 0:02.', [1, 2], [24, 36, 48]],
    ['The leg melts from 2 s to 1 s.', [1, 2], [24, 36, 48]],
    ['The leg melts from one to two seconds.', [1, 2], [24, 36, 48]],
    ['The leg melts in the first second.', [0, 1], [0, 12, 24]],
    ['The leg melts in the first 2 seconds.', [0, 2], [0, 12, 36, 48]],
    ['The leg melts during the first two seconds of the clip.', [0, 2], [0, 12, 36, 48]],
    ['For the last second the leg melts.', [3, 4], [72, 84]],
    ['The leg melts between 1.1 and 1.2 s.', [1.1, 1.2], [24]],
    ['The leg melts in frames 2-4.', [0.5, 1.5], [12, 24, 36]],
    ['The leg melts in frames 2, 3 and 4.', [0.5, 1.5], [12, 24, 36]],
    ['The leg melts from frame 2 to frame 4.', [0.5, 1.5], [12, 24, 36]],
    ['The leg melts between frame 2 and 4.', [0.5, 1.5], [12, 24, 36]],
    ['The leg melts in the last two frames.', [3, 3.5], [72, 84]],
    ['The leg melts in the first few frames.', [0, 0.5], [0, 12]],
  ])('%s', (reason, stretch, frames) => {
    const moments = cite(reason);
    expect(stretches(moments)).toEqual([stretch]);
    expect(moments[0]?.frames).toEqual(frames);
    expect(moments[0]?.label).toContain('leg melts');
  });

  it('names at most a few frames, from all of it', () => {
    expect(cite('from 0 s to 3.5 s')[0]?.frames).toEqual([0, 24, 60, 84]);
  });
});

describe('a frame', () => {
  test.each<[string, number[][]]>([
    ['In frame 3 the leg melts.', [[24]]],
    ['In Frame #3, the leg melts.', [[24]]],
    ['Frame number 3: the leg melts.', [[24]]],
    ['Frame three has a melting leg.', [[24]]],
    ['In the third frame the leg melts.', [[24]]],
    ['In the 3rd frame the leg melts.', [[24]]],
    ['In frame 3 (1.00 s) the leg melts.', [[24]]],
    ['In frame 3, at 1.00 s, the leg melts.', [[24]]],
    ['In the last frame the leg melts.', [[84]]],
    ['At the beginning the leg melts.', [[0]]],
    ['The leg melts near the end of the clip.', [[84]]],
    ['The leg in the first and last frames differs.', [[0], [84]]],
    ['The leg differs from the first frame to the last frame.', [[0], [84]]],
  ])('%s', (reason, frames) => {
    expect(cite(reason).map((moment) => moment.frames)).toEqual(frames);
  });

  it('is one shown, whatever its place in the clip', () => {
    const shown = [
      { index: 90, timeSeconds: 3.6 },
      { index: 91, timeSeconds: 3.64 },
    ];
    expect(cite('Frame 2 is blurred.', shown)).toEqual([
      { startSeconds: 3.64, endSeconds: 3.64, frames: [91], label: 'the frame is blurred', outsideClip: false },
    ]);
  });
});

describe('numbers that are no times', () => {
  test.each([
    'There are 3 dogs and 2 cats.',
    'It zooms in 2x, in 16:9, at 1080p and 24 fps.',
    'The picture is in 9:16 format with an aspect ratio of 16:10.',
    'The clock on the wall shows 10:15.',
    'It is 10:15 pm.',
    'The motion lasts for 2 seconds.',
    'It takes about 2 seconds and is over in 3 seconds.',
    'The 4-second clip is sharp.',
    'There are 4 seconds of motion in the 4 s video.',
    'It blinks every 0.5 s, more than 2 s long.',
    'The second dog is a second later than the first.',
    'A car from the 1960s or the 60s.',
    'The sign says 50 % off, $1.25 each.',
    'The dog sits at the end of the road, at the beginning of the path.',
    'In the end, all is well from beginning to end.',
    'The ball is in the middle of the field.',
    'It moves at 1.5 m/s and 3 s/frame.',
    'The dog has 4 legs, 5 toes, and is 2.5 times as large.',
    'Version 1.2 of frame rate 24, 8 frames.',
    'The first dog, the last of 3 dogs, first place.',
    'The frame 3D effect of a picture frame.',
    'Seconds later, the seals swim at 3 sites.',
    'The temperature is -1 s.',
    'No time is named here.',
    '',
  ])('%s', (reason) => {
    expect(cite(reason)).toEqual([]);
  });
});

describe('what is not in the clip', () => {
  test.each([
    'At 9 s the dog flies.',
    'From 3 s to 9 s the dog flies.',
    'At 1:30 the dog flies.',
    'In frame 12 the dog flies.',
  ])('%s', (reason) => {
    const [moment] = cite(reason);
    expect(moment).toMatchObject({ frames: [], outsideClip: true, label: 'the dog flies' });
  });

  it('is not what only rounding puts there', () => {
    expect(cite('At 4 s the dog flies.', SEEN, 3.96)[0]).toMatchObject({ outsideClip: false, endSeconds: 3.96 });
    expect(cite('At 4.1 s the dog flies.')[0]?.outsideClip).toBe(true);
  });
});

describe('the label', () => {
  test.each<[string, string[]]>([
    ['The leg melts at 1.25 s and the hand vanishes at 2 s.', ['the leg melts', 'the hand vanishes']],
    [
      'At 1.5 s, the hand passes through the cup, then at 2.5 s the cup is gone.',
      ['the hand passes through the cup', 'the cup is gone'],
    ],
    ['The dog is sharp. At 1.25 s, its leg bends backwards! All else is well.', ['its leg bends backwards']],
    [
      'The dog keeps its fur and its colours in every single frame, but at 1.25 s its leg bends backwards.',
      ['its leg bends backwards'],
    ],
    ['No, the face of the man changes at 2 s.', ['the face of the man changes']],
    ['Because in frame 3 Ada has six fingers.', ['Ada has six fingers']],
    ['Frame 1 shows a dog. Frames 2 and 3 are frozen.', ['the frame shows a dog', 'the frames are frozen']],
    ['The dog is seen at 0.5 s, 1.0 s, and 1.5 s.', ['the dog is seen', 'the dog is seen', 'the dog is seen']],
    ['at 2 sec. the leg melts', ['the leg melts']],
    ['2 s', ['named in the reason']],
  ])('%s', (reason, labels) => {
    expect(cite(reason).map(({ label }) => label)).toEqual(labels);
  });

  it('is short', () => {
    const [moment] = cite(`${'The dog with the very long fur '.repeat(6)} jumps at 1 s.`);
    expect(moment?.label.length).toBeLessThanOrEqual(81);
    expect(moment?.label).toMatch(/…$/);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['at', '1.25', 's', '0:02', 'and', '-', 'frame', '3', 'frames', 'between', 'the', 'last', 'second', 'two', ','],
    ...['.', 'dog', '(', ')', 'end', 'of the clip', '9', ':', 'to', 't=', 'first', 'ms', 'leg melts', '\n'],
  );

  it('gives moments that are sound, and frames that were seen', () => {
    const indices = new Set(SEEN.map(({ index }) => index));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (list) => {
        for (const moment of cite(list.join(' '))) {
          momentSchema.parse(moment);
          expect(moment.startSeconds).toBeLessThanOrEqual(moment.endSeconds);
          expect(moment.label).not.toBe('');
          if (moment.outsideClip) expect(moment.frames).toEqual([]);
          else expect(moment.endSeconds).toBeLessThanOrEqual(4);
          for (const frame of moment.frames) expect(indices).toContain(frame);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('finds every time that it was given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 350 }), fc.constantFrom(' s', 's', ' seconds'), (hundredths, unit) => {
        const time = (hundredths / 100).toFixed(2);
        const [moment] = cite(`The dog melts at ${time}${unit}.`);
        expect(moment?.startSeconds).toBe(Number(time));
        expect(moment?.frames).toHaveLength(1);
      }),
    );
  });

  it('of any characters is read without error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void cite(text)));
  });
});

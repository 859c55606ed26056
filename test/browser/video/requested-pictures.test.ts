import { VideoSample } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { LoupeError } from '../../../src/domain/error.ts';
import type { FrameSource } from '../../../src/video/frame-source.ts';
import type { PlannedFrame } from '../../../src/video/plan-frames.ts';
import { requestedPictures } from '../../../src/video/requested-pictures.ts';
import { makeReport } from '../../unit/make-report.ts';

const TIMES = [10, 10.1, 10.2, 10.3];

/** Frames 0 to 3 of a clip whose timeline begins at 10 s; `come` says what comes for each planned frame. */
function fakeSource(come: (planned: PlannedFrame) => PlannedFrame) {
  const samples: VideoSample[] = [];
  const source: FrameSource = {
    clip: { ...makeReport().clip, width: 8, height: 8 },
    notices: [],
    timeline: { times: TIMES, endSeconds: 10.4, keyFrames: [0], exact: false },
    originSeconds: 10,
    framePixels: 64,
    async *decode(plan) {
      for (const planned of plan.frames) {
        const sample = new VideoSample(new Uint8Array(4 * 8 * 8), {
          format: 'RGBA',
          codedWidth: 8,
          codedHeight: 8,
          timestamp: planned.timeSeconds,
        });
        samples.push(sample);
        yield { planned: come(planned), sample };
      }
    },
    close: () => undefined,
  };
  return { source, samples };
}

const requests = [3, 1].map((index) => ({ index, width: 4, height: 4, crop: null }));

describe('requestedPictures', () => {
  test('counts times from the origin and closes every frame', async () => {
    const { source, samples } = fakeSource((planned) => planned);
    const pictures = await requestedPictures(source, requests, new Map());
    expect(pictures.map(({ index, timeSeconds }) => [index, timeSeconds])).toEqual([
      [3, expect.closeTo(0.3)],
      [1, expect.closeTo(0.1)],
    ]);
    expect(samples.length).toBe(2);
    for (const sample of samples) expect(() => sample.clone()).toThrow();
  });

  test('leaves out a frame that comes with another time than its own', async () => {
    const { source, samples } = fakeSource((planned) =>
      planned.index === 1 ? { ...planned, timeSeconds: 10.2 } : planned,
    );
    const pictures = await requestedPictures(source, requests, new Map());
    expect(pictures.map(({ index }) => index)).toEqual([3]);
    for (const sample of samples) expect(() => sample.clone()).toThrow();
  });

  test('goes by the time at which a frame came before, not by an estimated one', async () => {
    const { source } = fakeSource((planned) => planned);
    const [picture] = await requestedPictures(source, requests.slice(0, 1), new Map([[3, 10.35]]));
    expect(picture).toMatchObject({ index: 3, timeSeconds: expect.closeTo(0.35) });
  });

  test('gives nothing where nothing can be decoded, but passes on what is wrong otherwise', async () => {
    const { source } = fakeSource(() => {
      throw new LoupeError('corrupt_file', 'Damaged.');
    });
    expect(await requestedPictures(source, requests, new Map())).toEqual([]);
    const broken = fakeSource(() => {
      throw new TypeError('A slip.');
    });
    await expect(requestedPictures(broken.source, requests, new Map())).rejects.toThrow('A slip.');
  });
});

import { VideoSample } from 'mediabunny';
import { expect, it } from 'vitest';
import { drawPicture } from '../../../src/video/draw-picture.ts';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import reference from '../../fixtures/reference/smolvlm-resizing.json';
import { forever, MODELS_URL } from './judge-worker.ts';
import type { ProbeApi } from './probe-worker.ts';
import { syntheticPicture } from './synthetic-view.ts';

// The processor in Python shrinks and stretches with Lanczos on Pillow. Loupe draws frames in the model's size itself; the library
// in the browser would enlarge them on a canvas first and then interpolate without smoothing.

interface Difference {
  mean: number;
  max: number;
}

const { width, height } = reference.frame;
const frame = syntheticPicture(0, width, height);

function differenceAt(
  { side, positions, pixels }: (typeof reference.sizes)[number],
  level: (at: number, channel: number) => number,
): Difference {
  const differences = positions
    .flatMap((y) => positions.map((x) => y * side + x))
    .flatMap((at, i) => [0, 1, 2].map((channel) => Math.abs(level(at, channel) - (pixels[3 * i + channel] ?? 0))));
  const sum = differences.reduce((total, difference) => total + difference, 0);
  return { mean: sum / differences.length, max: Math.max(...differences) };
}

function sizeOf(side: number): (typeof reference.sizes)[number] {
  const size = reference.sizes.find((candidate) => candidate.side === side);
  if (size === undefined) throw new Error(`The fixture has no size ${side}.`);
  return size;
}

function drawnDifference(side: number): Difference {
  const sample = new VideoSample(frame.rgba, { format: 'RGBX', codedWidth: width, codedHeight: height, timestamp: 0 });
  const drawn = drawPicture(sample, { index: 0, width: side, height: side, crop: null }, { width, height });
  sample.close();
  return differenceAt(sizeOf(side), (at, channel) => drawn[4 * at + channel] ?? Number.NaN);
}

// Measured: mean 1.3 and max 18 of 255 at 512 px, 6.5 and 33 at 64 px; the rest is area average against Lanczos.
it.each([
  { side: 512, mean: 2, max: 30 },
  { side: 64, mean: 8, max: 45 },
])('draws a frame in $side px nearly as the reference does', ({ side, mean, max }) => {
  const difference = drawnDifference(side);
  expect(difference.mean).toBeLessThan(mean);
  expect(difference.max).toBeLessThan(max);
});

it('is nearer to the reference than the library is', async () => {
  const side = 64;
  const probe = new WorkerClient<ProbeApi>(
    new Worker(new URL('./probe-worker.ts', import.meta.url), { type: 'module' }),
  );
  await probe.call((remote) => remote.load(MODELS_URL, 'tiny-smolvlm', { device: 'wasm', dtype: 'fp32' }), forever);
  const planes = await probe.call((remote) => remote.libraryPixels(frame), forever);
  probe.terminate();
  const level = (at: number, channel: number) => 127.5 * ((planes[channel * side * side + at] ?? Number.NaN) + 1);
  const library = differenceAt(sizeOf(side), level);
  // Measured: 11.5 and 76.
  expect(library.mean).toBeLessThan(25);
  expect(drawnDifference(side).mean).toBeLessThan(library.mean);
});

import { describe, expect, test } from 'vitest';
import { findChunks } from '../../../../src/video/avi/avi-chunks.ts';
import { readStreams } from '../../../../src/video/avi/avi-header.ts';
import { readLayout } from '../../../../src/video/avi/avi-layout.ts';
import { listPictures } from '../../../../src/video/avi/pictures.ts';
import { type AviOptions, writeAvi } from '../../../fixtures/write-avi.ts';

const frames = Array.from({ length: 9 }, (_, i) => ({ data: new Uint8Array(20 + i).fill(i + 1), key: i % 3 === 0 }));
const write = (options: Partial<AviOptions> = {}) =>
  writeAvi(frames, { code: 'MJPG', width: 64, height: 48, frameRate: 12.5, ...options });

async function read(bytes: Uint8Array<ArrayBuffer>) {
  const file = new Blob([bytes]);
  const layout = await readLayout(file);
  const [stream] = layout.header ? await readStreams(file, layout.header) : [];
  if (!stream) throw new Error('No stream was found.');
  const found = await findChunks(file, layout, stream);
  const firstBytes = found.chunks.map(({ start, size }) => [bytes[start], size]);
  return { stream, found, firstBytes, keys: found.chunks.map(({ key }) => key) };
}

const everyFrame = frames.map(({ data }) => [data[0], data.length]);
const everyKey = frames.map(({ key }) => key);

describe('findChunks', () => {
  test.each(['relative', 'absolute', 'openDml'] as const)('index: %s', async (index) => {
    for (const grouped of [false, true]) {
      const { stream, found, firstBytes, keys } = await read(write({ index, grouped }));
      expect(stream).toMatchObject({ type: 'vids', length: 9, frameSeconds: 0.08 });
      expect(firstBytes).toEqual(everyFrame);
      expect(keys).toEqual(everyKey);
      expect(found).toMatchObject({ complete: true, damaged: false, cut: false });
    }
  });

  test('without an index the frames are found, their kinds are not known', async () => {
    const { firstBytes, keys } = await read(write({ index: 'none', grouped: true }));
    expect(firstBytes).toEqual(everyFrame);
    expect(keys).toEqual(frames.map(() => null));
  });

  test('an index that leads elsewhere is not believed', async () => {
    const bytes = write();
    // The offset of the fifth entry; the index stands at the end, 16 bytes an entry.
    const at = bytes.length - 5 * 16 + 8;
    new DataView(bytes.buffer).setUint32(at, 3, true);
    const { firstBytes, keys } = await read(bytes);
    expect(firstBytes).toEqual(everyFrame);
    expect(keys[0]).toBeNull();
  });

  test('a file that is cut off gives its whole frames', async () => {
    const whole = write({ index: 'none' });
    const { firstBytes, found } = await read(whole.slice(0, whole.length - 40));
    expect(firstBytes).toEqual(everyFrame.slice(0, 7));
    expect(found.cut).toBe(true);
  });

  test('a broken length costs the frames that it covers', async () => {
    const bytes = write({ index: 'none' });
    const fourth = bytes.findIndex((_, i) => bytes.subarray(i, i + 20).every((byte) => byte === 4));
    new DataView(bytes.buffer).setUint32(fourth - 4, 0x7fffffff, true);
    const { firstBytes, found } = await read(bytes);
    expect(firstBytes).toEqual(everyFrame.filter((_, i) => i !== 3));
    expect(found.damaged).toBe(true);
  });
});

describe('listPictures', () => {
  const chunk = (size: number, key: boolean | null = true) => ({ start: 0, size, key });

  test('an empty chunk repeats the picture before it; in front there is none', async () => {
    const { pictures, atSlot } = await listPictures(
      [0, 9, 0, 0, 9].map((size) => chunk(size)),
      null,
      false,
    );
    expect(atSlot).toEqual([0, 0, 0, 1]);
    expect(pictures.map(({ slot, slots }) => [slot, slots])).toEqual([
      [0, 3],
      [3, 1],
    ]);
  });

  test('hidden pictures take no place', async () => {
    const look = async ({ size }: { size: number }) => ({ key: size === 9, shown: size !== 5 });
    const { pictures, atSlot } = await listPictures(
      [9, 5, 8].map((size) => chunk(size)),
      look,
      true,
    );
    expect(atSlot).toEqual([0, 2]);
    expect(pictures.map(({ key }) => key)).toEqual([true, false, false]);
  });
});

import { expect, test } from 'vitest';
import { bytesAt, kernels, Room } from '../../../src/kernels/kernels.ts';

test.each([
  [16, 6],
  [13, 5],
  [1, 1],
])('YCbCr of %i × %i pixels becomes RGBA', (width, height) => {
  const half = [Math.ceil(width / 2), Math.ceil(height / 2)] as const;
  const bytes = (length: number, seed: number) =>
    Uint8Array.from({ length }, (_, i) => (i * i * 7 + seed * i * 31 + 80 * seed) % 256);
  const luma = bytes(width * height, 1);
  const cb = bytes(half[0] * half[1], 2);
  const cr = bytes(half[0] * half[1], 3);
  const [red, blue] = [0.2126, 0.0722];
  const room = new Room();
  const out = room.take(width * height + 8);
  kernels.rgba(room.put(luma), room.put(cb), room.put(cr), width, height, red, blue, out);
  const actual = bytesAt(out, 4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const at = (Math.floor(i / width) >> 1) * half[0] + ((i % width) >> 1);
    const y = luma[i] ?? 0;
    const r = y + 2 * (1 - red) * ((cr[at] ?? 0) - 128);
    const b = y + 2 * (1 - blue) * ((cb[at] ?? 0) - 128);
    const g = (y - red * r - blue * b) / (1 - red - blue);
    expect(actual.subarray(4 * i, 4 * i + 4)).toEqual(Uint8ClampedArray.of(r, g, b, 255));
  }
});

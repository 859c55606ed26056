import { describe, expect, test } from 'vitest';
import { countsAt, kernels, Room } from '../../../src/kernels/kernels.ts';

/** A picture with noise, flat bands and hard steps, the same for the same size. */
function picture(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const band = 60 + 5 * Math.floor(x / 11) + 60 * (Math.floor(y / 9) % 2);
    return y % 4 === 0 ? band : (band + ((i * i * 31 + 17 * i) % 29)) % 256;
  });
}

describe.each([
  [64, 48],
  [61, 37],
  [19, 40],
  [7, 5],
])('in %i × %i bytes', (width, height) => {
  const data = picture(width, height);
  const at = (x: number, y: number) => data[y * width + x] ?? Number.NaN;
  /** The same picture read along its rows or down its columns. */
  const ways = [
    { down: 0, length: width, lines: height, read: at },
    { down: 1, length: height, lines: width, read: (i: number, line: number) => at(line, i) },
  ];
  const placed = () => {
    const room = new Room();
    return { room, data: room.put(data) };
  };

  test.each(ways)('isolated steps (down: $down)', ({ down, length, lines, read }) => {
    const expected = new Uint32Array(length);
    for (let line = 0; line < lines; line++) {
      for (let i = 2; i < length - 1; i++) {
        const own = Math.abs(read(i, line) - read(i - 1, line));
        const before = Math.abs(read(i - 1, line) - read(i - 2, line));
        const after = Math.abs(read(i + 1, line) - read(i, line));
        if (own <= 24) expected[i] = (expected[i] ?? 0) + Math.max(0, own - Math.max(before, after));
      }
    }
    const { room, data } = placed();
    const sums = room.take(length + 16);
    kernels[down ? 'stepsDown' : 'stepsAlong'](data, width, height, 24, sums);
    expect(countsAt(sums, length)).toEqual(expected);
  });

  test.each(ways)('share of steps that a blur takes away (down: $down)', ({ down, length, lines, read }) => {
    let own = 0;
    let lost = 0;
    for (let line = 0; line < lines; line++) {
      for (let i = 5; i < length - 4; i++) {
        const step = Math.abs(read(i, line) - read(i - 1, line));
        if (step <= 4) continue;
        own += step;
        lost += Math.max(0, step - Math.abs(read(i + 4, line) - read(i - 5, line)) / 9);
      }
    }
    const share = kernels.shareLost(placed().data, width, height, down, 4);
    if (own === 0) expect(share).toBeNaN();
    else expect(share).toBeCloseTo(lost / own, 10);
  });

  test('noise of blocks', () => {
    const kernel = [1, -2, 1];
    const expected: [number, number][] = [];
    for (let top = 1; top + 16 < height; top += 16) {
      for (let left = 1; left + 16 < width; left += 16) {
        let response = 0;
        let level = 0;
        for (let y = top; y < top + 16; y++) {
          for (let x = left; x < left + 16; x++) {
            let sum = 0;
            for (const [j, b] of kernel.entries())
              for (const [i, a] of kernel.entries()) sum += a * b * at(x + i - 1, y + j - 1);
            response += Math.abs(sum);
            level += at(x, y);
          }
        }
        expected.push([response, level]);
      }
    }
    const { room, data } = placed();
    const [responses, levels] = [room.take(expected.length), room.take(expected.length)];
    kernels.noiseSums(data, width, height, responses, levels);
    expect([...countsAt(responses, expected.length)]).toEqual(expected.map(([response]) => response));
    expect([...countsAt(levels, expected.length)]).toEqual(expected.map(([, level]) => level));
  });

  test('pixels in bands', () => {
    let expected = 0;
    for (let y = 0; y < height; y++) {
      const runs: { value: number; length: number }[] = [];
      for (let x = 0; x < width; x++) {
        const last = runs.at(-1);
        if (last?.value === at(x, y)) last.length++;
        else runs.push({ value: at(x, y), length: 1 });
      }
      const joined = (a = runs[-1], b = runs[-1]) => {
        const step = a && b ? Math.abs(a.value - b.value) : 0;
        return a !== undefined && b !== undefined && a.length >= 8 && b.length >= 8 && step >= 3 && step <= 10;
      };
      runs.forEach((run, i) => {
        if (joined(runs[i - 1], run) || joined(run, runs[i + 1])) expected += run.length;
      });
    }
    expect(kernels.bandedPixels(placed().data, width, height, 3, 10)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { decode, lineInput, readCharacters } from '../../../../src/detectors/ocr/recognise.ts';

const CHARACTERS = ['a', 'b', ' '];

/** One row of class probabilities a step: the named class (0 is the blank) has the given one. */
const steps = (...likeliest: (readonly [number, number])[]) =>
  Float32Array.from(
    likeliest.flatMap(([best, probability]) => [0, 1, 2, 3].map((i) => (i === best ? probability : 0.01))),
  );

describe('decoding a line', () => {
  it('drops blanks and repeats, but keeps a letter on both sides of a blank', () => {
    const { text, confidences } = decode(
      steps([1, 0.9], [1, 0.8], [0, 0.9], [1, 0.7], [2, 0.6], [2, 0.95]),
      CHARACTERS,
    );
    expect(text).toBe('aab');
    expect(confidences.map((value) => Number(value.toFixed(2)))).toEqual([0.9, 0.7, 0.95]);
  });

  it('gives nothing for blanks alone', () => {
    expect(decode(steps([0, 0.9], [0, 0.9]), CHARACTERS)).toEqual({ text: '', confidences: [] });
  });

  it('takes the keys of a file, then the space', () => {
    expect(readCharacters('a\nb\n')).toEqual(['a', 'b', ' ']);
    expect(readCharacters('a\r\nb')).toEqual(['a', 'b', ' ']);
  });
});

describe('cutting out a line', () => {
  const width = 40;
  const height = 40;
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  // The left half red: in the order blue, green, red that is (0, 0, 1).
  for (let y = 0; y < height; y++) for (let x = 0; x < 20; x++) rgba.set([255, 0, 0, 255], 4 * (y * width + x));

  it('is 48 pixels high, blue first, from −1 to 1, and filled up with 0', () => {
    const box = { centre: { x: 20, y: 20 }, width: 40, height: 20, angle: 0 };
    const input = lineInput({ rgba, width, height }, box);
    const at = (plane: number, x: number) => input.planes[(plane * 48 + 24) * input.width + x] ?? Number.NaN;
    expect(input).toMatchObject({ width: 320, height: 48 });
    expect([at(0, 10), at(1, 10), at(2, 10)]).toEqual([-1, -1, 1]);
    expect([at(0, 80), at(2, 80), at(0, 100)]).toEqual([1, 1, 0]);
  });

  it('follows the angle of the line', () => {
    const box = { centre: { x: 20, y: 20 }, width: 40, height: 20, angle: Math.PI / 2 };
    const { planes, width: wide } = lineInput({ rgba, width, height }, box);
    // Read downwards, the red half is below.
    expect(planes[40 * wide + 48]).toBe(-1);
    expect(planes[8 * wide + 48]).toBe(1);
  });
});

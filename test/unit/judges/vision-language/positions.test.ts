import { describe, expect, it } from 'vitest';
import { positionsOf } from '../../../../src/judges/vision-language/runtime/positions.ts';

const PICTURE = 9;
const grid = { width: 96, height: 64, rows: 2, columns: 3 };
const picture = { tokenId: PICTURE, grid };

const planesOf = (values: BigInt64Array, planes: number): number[][] => {
  const count = values.length / planes;
  return Array.from({ length: planes }, (_, plane) =>
    Array.from(values.subarray(plane * count, (plane + 1) * count), Number),
  );
};

describe('positionsOf', () => {
  it('numbers tokens on one plane, pictures or not', () => {
    const { values, next } = positionsOf([1, PICTURE, PICTURE, 2], 1, 5, picture);
    expect(planesOf(values, 1)).toEqual([[5, 6, 7, 8]]);
    expect(next).toBe(9);
  });

  it('lets a picture count rows and columns while time stands still, and goes on from the largest', () => {
    const { values, next } = positionsOf([1, 2, ...Array(6).fill(PICTURE), 3], 3, 0, picture);
    expect(planesOf(values, 3)).toEqual([
      [0, 1, 2, 2, 2, 2, 2, 2, 5],
      [0, 1, 2, 2, 2, 3, 3, 3, 5],
      [0, 1, 2, 3, 4, 2, 3, 4, 5],
    ]);
    expect(next).toBe(6);
  });

  it('gives two pictures in a row places of their own', () => {
    const { values } = positionsOf(Array(12).fill(PICTURE), 3, 0, picture);
    expect(planesOf(values, 3)[0]).toEqual([0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3]);
  });

  it('goes on with text alike on all planes', () => {
    const { values, next } = positionsOf([4, 5], 3, 7, null);
    expect(planesOf(values, 3)).toEqual([
      [7, 8],
      [7, 8],
      [7, 8],
    ]);
    expect(next).toBe(9);
  });
});

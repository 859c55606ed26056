import type { FrameGrid } from './families/family.ts';

/** Positions of some tokens, and where the next token stands. */
export interface Positions {
  /** planes × count, plane by plane. */
  values: BigInt64Array<ArrayBuffer>;
  next: number;
}

/**
 * Positions of a text with pictures in it. On one plane tokens are simply numbered. On three (time, row, column) text moves all
 * of them on together; a picture stands still in time while its tokens count rows and columns, and the text after it goes on
 * from the largest number so far (Qwen2-VL, arXiv 2409.12191, section 2.1).
 */
export function positionsOf(
  ids: readonly number[],
  planes: 1 | 3,
  start: number,
  picture: { tokenId: number; grid: FrameGrid } | null,
): Positions {
  const count = ids.length;
  const values = new BigInt64Array(planes * count);
  let next = start;
  for (let i = 0; i < count; ) {
    if (planes === 3 && picture !== null && ids[i] === picture.tokenId) {
      const { rows, columns } = picture.grid;
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++, i++) {
          values[i] = BigInt(next);
          values[count + i] = BigInt(next + row);
          values[2 * count + i] = BigInt(next + column);
        }
      next += Math.max(rows, columns);
    } else {
      for (let plane = 0; plane < planes; plane++) values[plane * count + i] = BigInt(next);
      next++;
      i++;
    }
  }
  return { values, next };
}

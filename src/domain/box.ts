import { z } from 'zod';

/** A part of the upright frame, as shares of its width and height from the upper left. */
export const boxSchema = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
});

export type Box = z.infer<typeof boxSchema>;

/** A box of at least this share of the frame is no place in it. */
const MOST_OF_FRAME = 0.6;

/** Where a box lies, as the end of a sentence: "in the upper left", "at the bottom", "in the middle". */
export function placeWords({ x, y, width, height }: Box): string {
  if (width * height >= MOST_OF_FRAME) return 'in most of the picture';
  const column = ['left', '', 'right'][third(x + width / 2)] ?? '';
  const row = third(y + height / 2);
  if (column === '') return ['at the top', 'in the middle', 'at the bottom'][row] ?? '';
  return row === 1 ? `at the ${column}` : `in the ${row === 0 ? 'upper' : 'lower'} ${column}`;
}

function third(share: number): number {
  return Math.min(2, Math.max(0, Math.floor(share * 3)));
}

import type { Point, TurnedBox } from './picture-region.ts';

/** A line of text in a picture. */
export interface TextLine {
  text: string;
  /** Corners in the picture's pixels: where the line begins above, ends above, ends below, begins below. */
  box: readonly [Point, Point, Point, Point];
  /** Mean over the characters, 0..1. */
  confidence: number;
  /** One for each character (code point) of the text. */
  confidences: readonly number[];
}

export function cornersOf({ centre, width, height, angle }: TurnedBox): TextLine['box'] {
  const across = { x: (Math.cos(angle) * width) / 2, y: (Math.sin(angle) * width) / 2 };
  const down = { x: (-Math.sin(angle) * height) / 2, y: (Math.cos(angle) * height) / 2 };
  const corner = (right: number, below: number): Point => ({
    x: centre.x + right * across.x + below * down.x,
    y: centre.y + right * across.y + below * down.y,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Rows from top to bottom, each from left to right. */
export function inReadingOrder(lines: readonly TextLine[]): TextLine[] {
  const placed = lines.map((line) => {
    const xs = line.box.map(({ x }) => x);
    const ys = line.box.map(({ y }) => y);
    const [begin, , , below] = line.box;
    return {
      line,
      left: Math.min(...xs),
      middle: (Math.min(...ys) + Math.max(...ys)) / 2,
      height: Math.hypot(begin.x - below.x, begin.y - below.y),
    };
  });
  placed.sort((a, b) => a.middle - b.middle);
  const rows: (typeof placed)[] = [];
  for (const one of placed) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && one.middle - first.middle < Math.min(first.height, one.height) / 2)
      row.push(one);
    else rows.push([one]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left).map(({ line }) => line));
}

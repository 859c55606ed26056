import type { PixelBox } from '../../../src/domain/track.ts';

/** Sizes of what stands side by side, as shares of the picture's height. */
const LARGE = 0.42;
const SMALL = 0.22;
/** Between what is near each other, in pixels. */
const GAP = 12;

/** Where two things are put, and what is asked of them: the words between them, and whether it is so. */
export interface Layout {
  name: string;
  a: PixelBox;
  b: PixelBox;
  asked: readonly (readonly [words: string, isSo: boolean])[];
}

/** Width over height of the two things. */
export interface Shapes {
  a: number;
  b: number;
}

/** The ways in which two things are put into a picture. */
export function layoutsOf({ a, b }: Shapes, width: number, height: number): Layout[] {
  const at = (shape: number, size: number, x: number, y: number): PixelBox => {
    const tall = Math.min(size * height, (0.45 * width) / shape);
    return { x: x * width - (shape * tall) / 2, y: y * height - tall / 2, width: shape * tall, height: tall };
  };
  const large = { a: at(a, LARGE, 0.26, 0.5), b: at(b, LARGE, 0.74, 0.5) };
  const near = { ...large.b, x: large.a.x + large.a.width + GAP };
  const under = at(b, LARGE, 0.5, 0.74);
  const upper = at(a, LARGE, 0.5, 0.24);
  return [
    {
      name: 'apart',
      ...large,
      asked: [
        ['to the left of', true],
        ['to the right of', false],
      ],
    },
    {
      name: 'stacked',
      a: upper,
      b: under,
      asked: [
        ['above', true],
        ['under', false],
      ],
    },
    {
      name: 'near',
      a: large.a,
      b: near,
      asked: [
        ['next to', true],
        ['on', false],
      ],
    },
    { name: 'far', a: at(a, SMALL, 0.12, 0.2), b: at(b, SMALL, 0.88, 0.8), asked: [['next to', false]] },
    { name: 'on', a: { ...upper, y: under.y + 0.2 * under.height - upper.height }, b: under, asked: [['on', true]] },
  ];
}

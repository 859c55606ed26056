import type { RawClip } from '../../../test/bench/defects/make/raw-clip.ts';

const WIDTH = 960;
const HEIGHT = 640;
/** Grid steps of the noise that a painting is made of, in pixels, coarse to fine, and how much each adds, in levels. */
const OCTAVES = [
  [160, 70],
  [64, 36],
  [24, 22],
  [9, 14],
  [3, 9],
] as const;
const SHAPES = 14;

/** A made-up still: soft colours, texture at all scales and flat things with sharp edges. */
export function paint(random: () => number): RawClip {
  const luma = new Float32Array(WIDTH * HEIGHT).fill(90 + 70 * random());
  const texture = 0.35 + 0.9 * random();
  for (const [step, levels] of OCTAVES) addNoise(luma, WIDTH, HEIGHT, step, texture * levels * random(), random);
  const chroma = [0, 1].map(() => {
    const plane = new Float32Array((WIDTH * HEIGHT) / 4).fill(128 + 30 * (random() - 0.5));
    addNoise(plane, WIDTH / 2, HEIGHT / 2, 90, 26 * random(), random);
    addNoise(plane, WIDTH / 2, HEIGHT / 2, 20, 10 * random(), random);
    return plane;
  });
  const count = Math.floor(SHAPES * random());
  for (let i = 0; i < count; i++) addShape(luma, chroma, random);
  const bytes = new Uint8ClampedArray((WIDTH * HEIGHT * 3) / 2);
  bytes.set(luma.map((value) => Math.max(16, Math.min(235, value))));
  chroma.forEach((plane, i) => {
    bytes.set(plane, WIDTH * HEIGHT * (1 + i / 4));
  });
  return { width: WIDTH, height: HEIGHT, rate: 1, frames: [new Uint8Array(bytes.buffer)] };
}

/** Value noise: random levels on a grid, in between by smooth steps. */
function addNoise(
  plane: Float32Array,
  width: number,
  height: number,
  step: number,
  levels: number,
  random: () => number,
): void {
  const columns = Math.ceil(width / step) + 2;
  const rows = Math.ceil(height / step) + 2;
  const grid = Float32Array.from({ length: columns * rows }, () => levels * (2 * random() - 1));
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / step);
    const down = smooth(y / step - row);
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / step);
      const across = smooth(x / step - column);
      const at = row * columns + column;
      const above = (grid[at] ?? 0) * (1 - across) + (grid[at + 1] ?? 0) * across;
      const below = (grid[at + columns] ?? 0) * (1 - across) + (grid[at + columns + 1] ?? 0) * across;
      plane[y * width + x] = (plane[y * width + x] ?? 0) + above * (1 - down) + below * down;
    }
  }
}

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** A flat disc or box. */
function addShape(luma: Float32Array, chroma: readonly Float32Array[], random: () => number): void {
  const [x, y] = [WIDTH * random(), HEIGHT * random()];
  const [halfWidth, halfHeight] = [15 + 110 * random(), 15 + 90 * random()];
  const level = 20 + 210 * random();
  const tints = chroma.map(() => 128 + 90 * (random() - 0.5));
  const round = random() < 0.5;
  for (let row = Math.max(0, Math.ceil(y - halfHeight)); row < Math.min(HEIGHT, y + halfHeight); row++)
    for (let column = Math.max(0, Math.ceil(x - halfWidth)); column < Math.min(WIDTH, x + halfWidth); column++) {
      if (round && ((column - x) / halfWidth) ** 2 + ((row - y) / halfHeight) ** 2 > 1) continue;
      luma[row * WIDTH + column] = level + 0.15 * ((luma[row * WIDTH + column] ?? 0) - 128);
      chroma.forEach((plane, i) => {
        plane[(row >> 1) * (WIDTH / 2) + (column >> 1)] = tints[i] ?? 128;
      });
    }
}

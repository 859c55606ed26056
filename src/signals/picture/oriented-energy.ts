import type { PyramidLevel } from '../plane.ts';

/** Directions of the derivatives: across, both diagonals, down. */
export const DIRECTIONS = 4;
/** Cells along each edge of the picture. */
export const CELLS = 8;
const DIAGONAL = Math.SQRT1_2;

/**
 * What texture there is where: for each level of the pyramid, each cell of an 8 × 8 grid and each of four directions the mean absolute
 * derivative in that direction, in levels per pixel, ≥ 0. Index ((level · 4 + direction) · 8 + row) · 8 + column. It says which edges
 * and textures a part of the picture holds and hardly where in it they are, as the first stages of vision do.
 * Source: oriented gradient statistics, cf. Dalal and Triggs, "Histograms of oriented gradients for human detection", CVPR 2005.
 */
export function orientedEnergy(pyramid: readonly PyramidLevel[]): Float32Array {
  const out = new Float32Array(pyramid.length * DIRECTIONS * CELLS * CELLS);
  for (const [i, level] of pyramid.entries()) addLevel(level, out.subarray(i * DIRECTIONS * CELLS * CELLS));
  return out;
}

function addLevel({ width, height, gradientX, gradientY }: PyramidLevel, out: Float32Array): void {
  for (let row = 0; row < CELLS; row++) {
    const [top, bottom] = edges(row, height);
    for (let column = 0; column < CELLS; column++) {
      const [left, right] = edges(column, width);
      let across = 0;
      let falling = 0;
      let down = 0;
      let rising = 0;
      for (let y = top; y < bottom; y++)
        for (let at = y * width + left; at < y * width + right; at++) {
          const dx = gradientX[at] ?? 0;
          const dy = gradientY[at] ?? 0;
          across += Math.abs(dx);
          falling += Math.abs(dx + dy);
          down += Math.abs(dy);
          rising += Math.abs(dx - dy);
        }
      const scale = 1 / Math.max(1, (bottom - top) * (right - left));
      const sums = [across, DIAGONAL * falling, down, DIAGONAL * rising];
      sums.forEach((sum, direction) => {
        out[(direction * CELLS + row) * CELLS + column] = sum * scale;
      });
    }
  }
}

/** First pixel of a cell, and the one after its last; the cells cover the length. */
function edges(cell: number, length: number): [number, number] {
  return [Math.floor((cell * length) / CELLS), Math.floor(((cell + 1) * length) / CELLS)];
}

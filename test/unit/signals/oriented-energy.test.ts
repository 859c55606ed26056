import { expect, test } from 'vitest';
import { CELLS, DIRECTIONS, orientedEnergy } from '../../../src/signals/picture/oriented-energy.ts';
import { buildPyramid } from '../../../src/signals/plane.ts';
import { frameOf, type Scene } from './synthetic-frames.ts';

const CELLS_PER_DIRECTION = CELLS * CELLS;

function energies(scene: Scene): { direction: number; row: number; column: number; value: number }[] {
  const { width, height, luma } = frameOf(0, scene, { width: 128, height: 128 }).small;
  const [finest] = buildPyramid({ width, height, data: luma }, 1, 16);
  return [...orientedEnergy(finest === undefined ? [] : [finest])].map((value, i) => ({
    direction: Math.floor(i / CELLS_PER_DIRECTION),
    row: Math.floor((i % CELLS_PER_DIRECTION) / CELLS),
    column: i % CELLS,
    value,
  }));
}

test('stripes are told by the direction across them, in the cell where they stand', () => {
  const found = energies((x, y) => (x >= 96 && y < 16 ? 128 + 80 * Math.sin(x) : 128));
  const strongest = [...found].sort((a, b) => b.value - a.value)[0];
  expect(strongest).toMatchObject({ direction: 0, row: 0 });
  expect(strongest?.column).toBeGreaterThanOrEqual(6);
  for (const { row, column, value } of found) if (row > 1 || column < 5) expect(value).toBe(0);
});

test('a turn by a quarter swaps the directions', () => {
  const upright = energies((x) => 128 + 80 * Math.sin(x / 2));
  const lying = energies((_x, y) => 128 + 80 * Math.sin(y / 2));
  const total = (of: typeof upright, direction: number) =>
    of.filter((one) => one.direction === direction).reduce((sum, { value }) => sum + value, 0);
  expect(total(upright, 0)).toBeGreaterThan(10 * total(upright, 2));
  expect(total(lying, 2)).toBeCloseTo(total(upright, 0), 0);
  expect(total(upright, 1)).toBeCloseTo(total(upright, 3), 0);
  expect(upright).toHaveLength(DIRECTIONS * CELLS_PER_DIRECTION);
});

import { describe, expect, test } from 'vitest';
import type { BlockFlow } from '../../../src/signals/flow/block-flow.ts';
import { type Compensated, compensate } from '../../../src/signals/flow/compensate.ts';
import { buildPyramid, type PyramidLevel } from '../../../src/signals/plane.ts';
import { type Scene, texture } from '../signals/synthetic-frames.ts';
import { at, planeOf } from './planes.ts';

function levelOf(width: number, height: number, scene: Scene): PyramidLevel {
  const [level] = buildPyramid(planeOf(width, height, scene), 1, 1);
  if (level === undefined) throw new Error('no level');
  return level;
}

/** Motions between −reach and reach, the same for the same size. */
function someFlow(width: number, height: number, reach: number): BlockFlow {
  const columns = Math.max(1, width >> 3);
  const rows = Math.max(1, height >> 3);
  const values = (seed: number) =>
    Float32Array.from({ length: columns * rows }, (_, i) => reach * Math.sin(seed + 1.7 * i));
  return { columns, rows, stride: 8, u: values(1), v: values(2), confidence: values(3) };
}

/** The definition, pixel by pixel. */
function reference(from: PyramidLevel, to: PyramidLevel, flow: BlockFlow): Compensated {
  const { columns, rows, stride } = flow;
  const motion = (values: Float32Array, x: number, y: number) =>
    bilinear({ width: columns, height: rows, data: values }, (x + 0.5) / stride - 0.5, (y + 0.5) / stride - 0.5);
  const blocks = Array.from({ length: columns * rows }, () => ({
    levels: [] as number[],
    left: [] as number[],
    slope: 0,
  }));
  for (let y = 0; y < from.height; y++) {
    for (let x = 0; x < from.width; x++) {
      const block = blocks[Math.min(rows - 1, y >> 3) * columns + Math.min(columns - 1, x >> 3)];
      if (block === undefined) continue;
      const level = at(from, x, y);
      block.levels.push(level);
      block.slope += Math.hypot(
        at({ ...from, data: from.gradientX }, x, y),
        at({ ...from, data: from.gradientY }, x, y),
      );
      const [toX, toY] = [x + motion(flow.u, x, y), y + motion(flow.v, x, y)];
      if (toX >= 0 && toY >= 0 && toX <= to.width - 1 && toY <= to.height - 1)
        block.left.push(bilinear(to, toX, toY) - level);
    }
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const each = (read: (block: (typeof blocks)[number]) => number) => Float32Array.from(blocks, read);
  const usable = (block: (typeof blocks)[number]) => block.left.length >= block.levels.length / 2;
  return {
    columns,
    rows,
    residual: each((block) => (usable(block) ? mean(block.left.map(Math.abs)) : Number.NaN)),
    change: each((block) => (usable(block) ? mean(block.left) : Number.NaN)),
    texture: each(({ levels }) => Math.sqrt(mean(levels.map((level) => (level - mean(levels)) ** 2)))),
    slope: each(({ levels, slope }) => slope / levels.length),
  };
}

function bilinear(plane: { width: number; height: number; data: Float32Array }, x: number, y: number): number {
  const column = Math.max(0, Math.min(plane.width - 1, x));
  const row = Math.max(0, Math.min(plane.height - 1, y));
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const upper = at(plane, left, top) * (left + 1 - column) + at(plane, left + 1, top) * (column - left);
  const lower = at(plane, left, top + 1) * (left + 1 - column) + at(plane, left + 1, top + 1) * (column - left);
  return upper * (top + 1 - row) + lower * (row - top);
}

describe.each([
  [64, 48],
  [61, 37],
  [19, 14],
])('in %i × %i pixels', (width, height) => {
  const from = levelOf(width, height, texture(21));
  const to = levelOf(width, height, texture(22));

  test.each([0, 0.4, 3, 30])('motions up to %d pixels leave what the definition says', (reach) => {
    const flow = someFlow(width, height, reach);
    const ours = compensate(from, to, flow);
    const expected = reference(from, to, flow);
    for (const key of ['residual', 'change', 'texture', 'slope'] as const) {
      expect(ours[key].length).toBe(flow.columns * flow.rows);
      expected[key].forEach((value, block) => {
        const own = ours[key][block] ?? 0;
        if (Number.isNaN(value)) expect(own, key).toBeNaN();
        else expect(Math.abs(own - value), key).toBeLessThan(2e-3);
      });
    }
  });
});

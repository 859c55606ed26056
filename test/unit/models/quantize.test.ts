import { describe, expect, it } from 'vitest';
import { BLOCK, toEightBit, toFourBit, toSignedEightBit, transposed } from '../../models/onnx/quantize.ts';
import { seeded } from '../../models/weights.ts';

const ROWS = 6;
const COLUMNS = 2 * BLOCK;
const weights = seeded(3)('w', [ROWS, COLUMNS], { mean: 0.1, std: 1 });

function nibbleAt(packed: Uint8Array, index: number): number {
  const byte = packed[index >> 1] ?? 0;
  return index % 2 === 0 ? byte & 15 : byte >> 4;
}

describe('toFourBit', () => {
  it('comes back within half a step, or a whole one where +8 would be needed', () => {
    const { packed, scales } = toFourBit(weights);
    weights.forEach((weight, index) => {
      const scale = scales[Math.floor(index / BLOCK)] ?? 0;
      const steps = nibbleAt(packed, index) - 8;
      expect(Math.abs(steps * scale - weight)).toBeLessThanOrEqual(Math.abs(scale) * (steps === 7 ? 1 : 0.5) + 1e-6);
    });
  });

  it('keeps the value of greatest size in each block', () => {
    const { packed, scales } = toFourBit(weights);
    scales.forEach((scale, block) => {
      const values = [...weights.slice(block * BLOCK, (block + 1) * BLOCK)];
      const greatest = Math.max(...values.map(Math.abs));
      const index = values.findIndex((value) => Math.abs(value) === greatest);
      expect(nibbleAt(packed, block * BLOCK + index)).toBe(0);
      expect(-8 * scale).toBeCloseTo(values[index] ?? 0, 5);
    });
  });

  it('keeps zeros', () => {
    const { packed, scales } = toFourBit(new Float32Array(BLOCK));
    expect(new Set(packed)).toEqual(new Set([0x88]));
    expect([...scales].map(Math.abs)).toEqual([0]);
  });
});

describe('toEightBit', () => {
  it('comes back within a step, transposed', () => {
    const { values, scale, zeroPoint } = toEightBit(weights, ROWS, COLUMNS);
    transposed(weights, ROWS, COLUMNS).forEach((weight, index) => {
      expect(Math.abs(((values[index] ?? 0) - zeroPoint) * scale - weight)).toBeLessThanOrEqual(scale);
    });
    expect(Math.min(...values)).toBe(0);
    expect(Math.max(...values)).toBe(255);
  });
});

describe('toSignedEightBit', () => {
  it('comes back within half a step', () => {
    const { values, scale } = toSignedEightBit(weights);
    weights.forEach((weight, index) => {
      expect(Math.abs((values[index] ?? 0) * scale - weight)).toBeLessThanOrEqual(scale / 2 + 1e-6);
    });
  });
});

describe('transposed', () => {
  it('swaps rows and columns', () => {
    expect([...transposed(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
  });
});

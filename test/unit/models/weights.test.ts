import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromRawFile } from '../../models/raw-weights.ts';
import { seeded } from '../../models/weights.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CONSTANT = { mean: 3, std: 0 };

describe('seeded', () => {
  it('gives values that depend on the seed and the name alone', () => {
    const init = { mean: 0, std: 1 };
    const values = seeded(7)('a.weight', [4, 8], init);
    expect(seeded(7)('a.weight', [4, 8], init)).toEqual(values);
    expect(seeded(7)('b.weight', [4, 8], init)).not.toEqual(values);
    expect(seeded(8)('a.weight', [4, 8], init)).not.toEqual(values);
  });

  it('keeps to the mean and the deviation', () => {
    const values = seeded(1)('a.weight', [100_000], { mean: 1, std: 0.2 });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(1, 2);
    expect(Math.sqrt(variance)).toBeCloseTo(0.2, 2);
  });
});

describe('fromRawFile', () => {
  const folder = temporaryFolder();

  /** Two tensors in a file: a table of 2 × 3 and, after it, a list of 2. */
  function weights(index: object = { table: { offset: 0, dims: [2, 3] }, list: { offset: 24, dims: [2] } }) {
    const [json, bin] = [join(folder(), 'weights.json'), join(folder(), 'weights.bin')];
    writeFileSync(json, JSON.stringify(index));
    writeFileSync(bin, Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    return fromRawFile(json, bin, seeded(7));
  }

  it('reads tensors from where the index says', () => {
    expect([...weights()('table', [2, 3], CONSTANT)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...weights()('list', [2], CONSTANT)]).toEqual([7, 8]);
  });

  it('fills missing rows with zeros', () => {
    expect([...weights()('table', [3, 3], CONSTANT)]).toEqual([1, 2, 3, 4, 5, 6, 0, 0, 0]);
  });

  it('takes what is not there from the other source', () => {
    expect([...weights()('other', [2], CONSTANT)]).toEqual([3, 3]);
  });

  it.each([
    { what: 'narrower rows', dims: [2, 2] },
    { what: 'fewer rows', dims: [1, 3] },
    { what: 'fewer dimensions', dims: [6] },
  ])('refuses a tensor with $what than the file has', ({ dims }) => {
    expect(() => weights()('table', dims, CONSTANT)).toThrow(expect.objectContaining({ code: 'model_invalid' }));
  });

  it('refuses an index that is none, and a file that ends too early', () => {
    expect(() => weights({ table: [1, 2] })).toThrow(expect.objectContaining({ code: 'model_invalid' }));
    const short = weights({ list: { offset: 28, dims: [2] } });
    expect(() => short('list', [2], CONSTANT)).toThrow(expect.objectContaining({ code: 'truncated_file' }));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsInLoop } from '../../../../src/judges/vision-language/loops.ts';

const repeat = (ids: readonly number[], times: number): number[] => Array.from({ length: times }, () => ids).flat();
const distinct = (length: number): number[] => Array.from({ length }, (_, position) => position);

describe('a loop', () => {
  it('is one of any period up to 32, after any beginning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), fc.array(fc.nat(9), { maxLength: 50 }), (period, start) => {
        const times = Math.max(3, Math.ceil(24 / period));
        expect(endsInLoop([...start, ...repeat(distinct(period), times)])).toBe(true);
      }),
    );
  });

  it('may be cut within a repetition', () => {
    expect(endsInLoop([...repeat(distinct(10), 3), 0, 1, 2])).toBe(true);
  });

  it('is over once something else is written', () => {
    expect(endsInLoop([...repeat([1], 40), 2])).toBe(false);
  });
});

describe('no loop', () => {
  it.each<[string, number[]]>([
    ['nothing', []],
    ['a row of equal tokens', repeat([5], 23)],
    ['a phrase said twice', repeat(distinct(30), 2)],
    ['a phrase said nearly three times', repeat(distinct(12), 3).slice(1)],
    ['a list that goes on', Array.from({ length: 20 }, (_, position) => [7, 8, position, 9]).flat()],
    ['a period of more than 32', repeat(distinct(33), 5)],
  ])('%s', (_name, ids) => {
    expect(endsInLoop(ids)).toBe(false);
  });

  it('is found in text of many different tokens', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 100, maxLength: 200 }), (ids) => {
        expect(endsInLoop(ids)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

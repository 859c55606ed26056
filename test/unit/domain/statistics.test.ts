import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean, median, quantile, select } from '../../../src/domain/statistics.ts';

// −0 and 0 stand at one rank.
const number = fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value + 0);
const numbers = fc.array(fc.oneof(number, fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 80 });

test('select finds what sorting would put at a rank, and parts the others', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), (values, seed) => {
      const rank = seed % values.length;
      const order = Float64Array.from(values);
      const found = select(order, rank);
      expect(found).toBe(Float64Array.from(values).sort()[rank]);
      expect(order.every((value, i) => (i < rank ? value <= found : value >= found))).toBe(true);
      expect(order.toSorted()).toEqual(Float64Array.from(values).sort());
    }),
  );
});

test('a quantile lies between the order statistics around it', () => {
  fc.assert(
    fc.property(numbers, fc.double({ noNaN: true, min: 0, max: 1 }), (values, share) => {
      const sorted = Float64Array.from(values).sort();
      const position = share * (sorted.length - 1);
      const low = sorted[Math.floor(position)] ?? Number.NaN;
      const high = sorted[Math.ceil(position)] ?? Number.NaN;
      expect(quantile(values, share)).toBe(low + (high - low) * (position - Math.floor(position)));
    }),
  );
});

test('the median of an even number of values is the mean of the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([5, 1, 3])).toBe(3);
});

test('of nothing there is neither mean nor quantile', () => {
  expect([mean([]), quantile([], 0.5), median([])]).toEqual([null, null, null]);
});

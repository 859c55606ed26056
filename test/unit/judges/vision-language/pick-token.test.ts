import { describe, expect, it } from 'vitest';
import { greedy, sampler, seedOf } from '../../../../src/judges/vision-language/runtime/pick-token.ts';

/** Probabilities 0.6, 0.3 and 0.1 at the sampler's temperature of 0.7; the rest next to nothing. */
const logits = Float32Array.from([0.6, 0.3, 0.1, 1e-9, 1e-9], (p) => 0.7 * Math.log(p));

describe('greedy', () => {
  it('takes the likeliest, the first of equals', () => {
    expect(greedy(Float32Array.of(1, 4, 2, 4))).toBe(1);
  });
});

describe('sampler', () => {
  it('repeats itself with the same seed and not with another', () => {
    const draw = (seed: number) => {
      const pick = sampler(seed);
      return Array.from({ length: 40 }, () => pick(logits));
    };
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it('draws from the nucleus in proportion', () => {
    const pick = sampler(1);
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 3000; i++) {
      const id = pick(logits);
      counts[id] = (counts[id] ?? 0) + 1;
    }
    expect(counts.slice(2)).toEqual([0, 0, 0]);
    expect((counts[0] ?? 0) / 3000).toBeCloseTo(2 / 3, 1);
  });

  it('takes the only token where one has all the probability', () => {
    expect(sampler(1)(Float32Array.of(-50, 60, -50))).toBe(1);
  });
});

describe('seedOf', () => {
  it('differs by seed, question and vote', () => {
    const seeds = [seedOf(1, 'a', 0), seedOf(1, 'a', 1), seedOf(1, 'b', 0), seedOf(2, 'a', 0)];
    expect(new Set(seeds).size).toBe(4);
    expect(seedOf(1, 'a', 0)).toBe(seeds[0]);
  });
});

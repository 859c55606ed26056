import type { SignalSeries } from '../../domain/signal.ts';

/** Frames on either side that a cut is compared with. */
const NEIGHBOURHOOD = 4;
/** The frames next to it may belong to a fade and count less. */
const NEXT_WEIGHT = 0.6;
/** A change of order counts from here on, and from this many times its neighbourhood's. */
const LEAST_CHANGE = 0.15;
const LEAST_RATIO = 2.5;
/** Share of the picture that is not found again at a cut, in per cent. */
const LEAST_UNMATCHED = 8;

/**
 * How much each frame looks like the first after a cut, one number per frame: 1 is on the border, more is surer. It is the
 * change of order over the least that counts, or over 2.5 times what is found up to four frames away, times the
 * share of the picture that is not found again over 8 %, where that is less than 1.
 */
export function cutStrengths(order: SignalSeries, unmatched: SignalSeries): number[] {
  return order.values.map((value, position) => {
    const lost = unmatched.values[position] ?? null;
    if (value === null || lost === null) return 0;
    let around = 0;
    for (let distance = 1; distance <= NEIGHBOURHOOD; distance++) {
      const beside = Math.max(order.values[position - distance] ?? 0, order.values[position + distance] ?? 0);
      around = Math.max(around, distance === 1 ? NEXT_WEIGHT * beside : beside);
    }
    return (value / Math.max(LEAST_CHANGE, LEAST_RATIO * around)) * Math.min(1, lost / LEAST_UNMATCHED);
  });
}

/** The series without the values that a cut disturbs: those of the frame after it and of the two around it. */
export function withoutCuts(series: SignalSeries, strengths: readonly number[]): SignalSeries {
  if (!strengths.some((strength) => strength >= 1)) return series;
  const values = series.values.map((value, position) =>
    (strengths[position] ?? 0) >= 1 || (strengths[position + 1] ?? 0) >= 1 ? null : value,
  );
  return { ...series, values };
}

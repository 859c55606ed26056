/** Order statistics and means over plain arrays, null for an empty one: nothing measured is not 0; and the logistic function. */

export function mean(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

/**
 * Quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).
 * @param share 0..1
 */
export function quantile(values: ArrayLike<number>, share: number): number | null {
  if (values.length === 0) return null;
  const order = new Float64Array(values);
  const position = (order.length - 1) * Math.min(1, Math.max(0, share));
  const below = Math.floor(position);
  const low = select(order, below);
  if (position === below) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let i = below + 1; i < order.length; i++) high = Math.min(high, order[i] ?? high);
  return low + (high - low) * (position - below);
}

/**
 * The value that would stand at a rank, from 0 on, if the values were sorted: moves them about until it stands there, with
 * none larger before it and none smaller behind it (Hoare, "Algorithm 65: Find", CACM 1961). No value may be NaN.
 */
export function select(values: Float64Array, rank: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0;
    let left = from;
    let right = to;
    while (left <= right) {
      while ((values[left] ?? pivot) < pivot) left++;
      while ((values[right] ?? pivot) > pivot) right--;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left++] = values[right] ?? 0;
      values[right--] = swapped;
    }
    if (rank <= right) to = right;
    else if (rank >= left) from = left;
    else break;
  }
  return values[rank] ?? Number.NaN;
}

export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}

/** The probability with these odds: 1 / (1 + e⁻ˣ). */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Median absolute deviation from the median, not scaled. */
export function medianDeviation(values: readonly number[]): number | null {
  const centre = median(values);
  return centre === null ? null : median(values.map((value) => Math.abs(value - centre)));
}

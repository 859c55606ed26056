/**
 * Probability that a value of the first list is greater than one of the second; a tie counts half (Mann and Whitney, 1947). NaN
 * without values.
 */
export function auc(higher: readonly number[], lower: readonly number[]): number {
  let won = 0;
  for (const a of higher) for (const b of lower) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (higher.length * lower.length);
}

/** `wanted` positions from 0 to count − 1, both ends included; all of them where there are fewer. */
export function evenlySpread(count: number, wanted: number): number[] {
  if (wanted >= count) return Array.from({ length: count }, (_, i) => i);
  if (wanted === 1) return [count >> 1];
  return Array.from({ length: wanted }, (_, k) => Math.round((k * (count - 1)) / (wanted - 1)));
}

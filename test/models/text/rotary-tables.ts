/**
 * Cosines and sines of rotary positions, [positions, width / 2] each, in the single precision in which PyTorch's modules
 * work them out: at thousands of positions the rounding of the angle shows in the fourth decimal place.
 * @param width Width of the rotated part of a head.
 */
export function rotaryTables(
  positions: number,
  width: number,
  theta: number,
): { cos: Float32Array; sin: Float32Array } {
  const half = width / 2;
  const frequencies = Float32Array.from({ length: half }, (_, index) =>
    Math.fround(1 / Math.fround(theta ** Math.fround((2 * index) / width))),
  );
  const cos = new Float32Array(positions * half);
  const sin = new Float32Array(positions * half);
  for (let position = 0; position < positions; position++) {
    for (let index = 0; index < half; index++) {
      const angle = Math.fround(position * (frequencies[index] ?? 0));
      cos[position * half + index] = Math.cos(angle);
      sin[position * half + index] = Math.sin(angle);
    }
  }
  return { cos, sin };
}

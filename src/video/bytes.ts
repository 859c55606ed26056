/** Rounds to whole numbers within 0..255. */
export function roundedBytes(values: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(values.length);
  // A clamped array rounds as it stores; a loop is many times faster than `from` with a function.
  for (let i = 0; i < values.length; i++) bytes[i] = values[i] ?? 0;
  return new Uint8Array(bytes.buffer);
}

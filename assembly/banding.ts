/**
 * Pixels in visible bands; see src/signals/picture/banding.ts.
 * @param data - Bytes, width × height.
 * @param shortest - Length of the shortest band in pixels.
 * @param smallest, largest - Step between neighbouring bands in levels.
 */
export function bandedPixels(data: usize, width: i32, height: i32, shortest: i32, smallest: i32, largest: i32): i32 {
  let banded = 0;
  for (let y = 0; y < height; y++) {
    let start = data + <usize>(y * width);
    const end = start + width;
    let lastLength = 0;
    let lastCounted = false;
    let lastValue: i32 = load<u8>(start);
    while (start < end) {
      const value: i32 = load<u8>(start);
      let next = start + 1;
      while (next < end && load<u8>(next) === <u8>value) next++;
      const length = <i32>(next - start);
      const step = abs(value - lastValue);
      const joined = length >= shortest && lastLength >= shortest && step >= smallest && step <= largest;
      if (joined) banded += length + (lastCounted ? 0 : lastLength);
      lastCounted = joined;
      lastLength = length;
      lastValue = value;
      start = next;
    }
  }
  return banded;
}

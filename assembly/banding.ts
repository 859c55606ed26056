/**
 * Pixels in visible bands; see src/signals/picture/banding.ts.
 * @param data - Bytes, width × height.
 * @param smallest, largest - Step between neighbouring bands in levels. The shortest band has eight pixels.
 */
export function bandedPixels(data: usize, width: i32, height: i32, smallest: i32, largest: i32): i32 {
  let banded = 0;
  for (let y = 0; y < height; y++) {
    const line = data + <usize>(y * width);
    const end = line + width;
    // The band before, if there was one: where it ended, its length, and whether it is counted.
    let lastEnd: usize = 0;
    let lastLength = 0;
    let lastCounted = false;
    let at = line;
    while (at + 8 <= end) {
      const start = at + bandStart(at, end);
      if (start >= at + 16) {
        at += 16;
        continue;
      }
      let next = start;
      let same: usize;
      do {
        same = ctz(~sameAsNext(next, end));
        next += same;
      } while (same === 16);
      next++;
      const length = <i32>(next - start);
      if (start === lastEnd) {
        const step = abs(<i32>load<u8>(start) - <i32>load<u8>(start - 1));
        const joined = step >= smallest && step <= largest;
        if (joined) banded += length + (lastCounted ? 0 : lastLength);
        lastCounted = joined;
      } else lastCounted = false;
      lastEnd = next;
      lastLength = length;
      at = next;
    }
  }
  return banded;
}

/** Where the first run of eight equal pixels begins among the next 16 places; 16 or more if nowhere. */
function bandStart(at: usize, end: usize): usize {
  let bits = sameAsNext(at, end) | (sameAsNext(at + 16, end) << 16);
  // Bits with one, three, then six more set behind them.
  bits &= bits >> 1;
  bits &= bits >> 2;
  bits &= bits >> 3;
  return ctz(bits);
}

/** A bit for each of 16 pixels: whether the next one is equal. Behind the end of the line none is. */
function sameAsNext(at: usize, end: usize): u32 {
  if (at + 1 >= end) return 0;
  const bits = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), v128.load(at + 1)));
  const pairs = <u32>(end - at - 1);
  return pairs < 16 ? bits & ((1 << pairs) - 1) : bits;
}

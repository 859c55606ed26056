/** A size in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The detectors halve their input five times. */
const STEP = 32;
/** Frames longer or narrower than this are squeezed rather than shrunk to a line. */
const LEAST_SIDE = 3 * STEP;

/**
 * The size in which a detector is shown frames: the clip's shape as nearly as steps of 32 pixels allow.
 * @param longSide multiple of 32
 */
export function inputSize({ width, height }: Size, longSide: number): Size {
  const shorter = (short: number, long: number): number =>
    Math.max(LEAST_SIDE, STEP * Math.round((longSide * short) / long / STEP));
  return width >= height
    ? { width: longSide, height: shorter(height, width) }
    : { width: shorter(width, height), height: longSide };
}

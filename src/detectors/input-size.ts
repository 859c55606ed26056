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
 * The size in which a detector is shown frames: the clip's shape, as nearly as steps of 32 pixels allow, at about the given number
 * of pixels, so that looking takes as long whatever the shape.
 */
export function inputSize({ width, height }: Size, pixels: number): Size {
  const scale = Math.sqrt(pixels / (width * height));
  const side = (length: number): number => {
    const fitting = STEP * Math.round((scale * length) / STEP);
    return Math.min(STEP * Math.floor(pixels / LEAST_SIDE / STEP), Math.max(LEAST_SIDE, fitting));
  };
  return { width: side(width), height: side(height) };
}

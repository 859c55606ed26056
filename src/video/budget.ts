/** How much of a clip is decoded and kept. All numbers are upper bounds. */
export interface FrameBudget {
  /** Frames that are analysed. A clip with no more than these is looked at whole. */
  maxAnalysisFrames: number;
  /** Consecutive frames of one stretch where a clip is too long to be looked at whole. */
  stretchFrames: number;
  /** Decoded pixels in all, with those decoded only on the way from a key frame to a planned frame. Bounds the time. */
  maxDecodedPixels: number;
  /** Frames that carry full-resolution luma, evenly spread: one in so many seconds of what is analysed, within these numbers. */
  nativeEverySeconds: number;
  leastNativeFrames: number;
  mostNativeFrames: number;
  /** Side of the centre crop of full-resolution luma, in pixels. */
  nativeMaxSide: number;
  /** Pictures for the timeline that come with the frames, evenly spread. */
  stillsOnTheWay: number;
  /** Long edge of those pictures in pixels; never enlarged. */
  stillLongEdge: number;
}

export const DEFAULT_BUDGET: FrameBudget = {
  maxAnalysisFrames: 600,
  stretchFrames: 30,
  // 300 frames of 4K, or 600 frames of 1080p with as many again decoded on the way.
  maxDecodedPixels: 2.5e9,
  // A defect of half a second is then seen at least twice.
  nativeEverySeconds: 0.2,
  leastNativeFrames: 12,
  mostNativeFrames: 60,
  nativeMaxSide: 1280,
  stillsOnTheWay: 24,
  stillLongEdge: 512,
};

/** Long edge of the small picture in pixels. */
export const SMALL_LONG_EDGE = 256;

/** Frames of one batch. */
export const BATCH_FRAMES = 8;

/** After this long without an answer the decoder, or the reading of the file, counts as stalled. */
export const STALL_SECONDS = 10;

/** The scan for the times of all frames gives up after this long; the rest is estimated. */
export const SCAN_SECONDS = 4;

/** Files up to this size are hashed; SHA-256 needs the whole file in memory. */
export const MAX_HASHED_BYTES = 256 * 1024 * 1024;

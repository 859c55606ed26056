/** One 8-bit-range luma plane, row by row, full range 0..255. */
export interface LumaPlane {
  width: number;
  height: number;
  data: Uint8Array<ArrayBuffer>;
}

/**
 * A frame reduced to a small upright picture: the long edge is at most 256 px, never enlarged, every small pixel the mean
 * of the source pixels under it.
 */
export interface SmallPicture {
  width: number;
  height: number;
  /** width × height, 0..255, not rounded: flicker can be a fraction of a level. */
  luma: Float32Array<ArrayBuffer>;
  /** Chroma at half the size, rounded up: ceil(width / 2) × ceil(height / 2), 0..255, 128 is neutral. */
  cb: Uint8Array<ArrayBuffer>;
  cr: Uint8Array<ArrayBuffer>;
}

/** A decoded frame as the signals see it. */
export interface AnalysisFrame {
  /** Position in presentation order. */
  index: number;
  timeSeconds: number;
  durationSeconds: number;
  /** Frames with the same run number are consecutive in the clip; nothing may be compared across runs. */
  run: number;
  small: SmallPicture;
  /** Full-resolution luma (centre crop of at most 1280 × 1280) on some frames, for sharpness, noise and coding artefacts. */
  native: LumaPlane | null;
}

/** A frame as a picture for people and models. */
export interface Still {
  index: number;
  timeSeconds: number;
  /** JPEG. */
  image: Blob;
}

/** A frame, or a part of it, to be drawn for a model. */
export interface PictureRequest {
  /** Position in presentation order. */
  index: number;
  /** Size of the picture in pixels; the frame is stretched to fit. */
  width: number;
  height: number;
  /** Part of the upright frame in display pixels; null for all of it. */
  crop: { x: number; y: number; width: number; height: number } | null;
}

/** What was asked for. */
export interface Picture {
  index: number;
  timeSeconds: number;
  width: number;
  height: number;
  /** 4 × width × height, opaque. */
  rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** The buffers behind the pixels of some frames, to be moved to another thread instead of copied. */
export function pixelBuffers(frames: readonly AnalysisFrame[]): ArrayBuffer[] {
  return frames.flatMap(({ small, native }) => [
    small.luma.buffer,
    small.cb.buffer,
    small.cr.buffer,
    ...(native === null ? [] : [native.data.buffer]),
  ]);
}

/** A decoded clip: frames of planar YUV 4:2:0, 8 bits, one buffer each (Y, then U, then V). Width and height are even. */
export interface RawClip {
  width: number;
  height: number;
  /** Frames per second. */
  rate: number;
  frames: readonly Uint8Array[];
}

/** Frames from `first` up to but without `end`. */
export interface Span {
  first: number;
  end: number;
}

/** The frames of a span alone. */
export function part(clip: RawClip, { first, end }: Span): RawClip {
  return { ...clip, frames: clip.frames.slice(first, end) };
}

/** The clip with the frames of a span replaced by as many others. */
export function splice(clip: RawClip, { first, end }: Span, others: readonly Uint8Array[]): RawClip {
  return { ...clip, frames: [...clip.frames.slice(0, first), ...others, ...clip.frames.slice(end)] };
}

/** The clip in another order: frame i of the result is frame `order[i]`. */
export function reorder(clip: RawClip, order: readonly number[]): RawClip {
  return { ...clip, frames: order.map((index) => clip.frames[index]).filter((frame) => frame !== undefined) };
}

/** The clip with every frame of a span copied and changed in place; `edit` is told the frame's place in the span. */
export function editFrames(clip: RawClip, span: Span, edit: (frame: Uint8Array, position: number) => void): RawClip {
  const edited = part(clip, span).frames.map((frame, position) => {
    const copy = Uint8Array.from(frame);
    edit(copy, position);
    return copy;
  });
  return splice(clip, span, edited);
}

/** One plane of a frame, row by row. */
export interface Plane {
  data: Uint8Array;
  width: number;
  height: number;
}

/** A plane's level at a place in pixels, between its four neighbours; outside the plane that of its border. */
export function bilinear({ data, width, height }: Plane, x: number, y: number): number {
  const heldX = Math.max(0, Math.min(width - 1.001, x));
  const heldY = Math.max(0, Math.min(height - 1.001, y));
  const left = Math.floor(heldX);
  const top = Math.floor(heldY);
  const across = heldX - left;
  const down = heldY - top;
  const at = top * width + left;
  const above = (data[at] ?? 0) * (1 - across) + (data[at + 1] ?? 0) * across;
  const below = (data[at + width] ?? 0) * (1 - across) + (data[at + width + 1] ?? 0) * across;
  return above * (1 - down) + below * down;
}

/** The three planes of a frame as views on it: Y, U, V. */
export function planesOf(frame: Uint8Array, width: number, height: number): Plane[] {
  const luma = width * height;
  const chroma = luma / 4;
  return [
    { data: frame.subarray(0, luma), width, height },
    { data: frame.subarray(luma, luma + chroma), width: width / 2, height: height / 2 },
    { data: frame.subarray(luma + chroma, luma + 2 * chroma), width: width / 2, height: height / 2 },
  ];
}

/** Seconds from the clip's start to a frame. */
export const secondsAt = (clip: RawClip, frame: number): number => frame / clip.rate;

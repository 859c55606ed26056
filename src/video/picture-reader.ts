import type { VideoSample } from 'mediabunny';
import type { LumaPlane, SmallPicture } from '../domain/frame.ts';
import { areaAverage, type Channel } from '../kernels/area-average.ts';
import { roundedBytes } from './bytes.ts';
import { type Orientation, type Size, turned, turnPlane } from './geometry.ts';
import { layoutOf, type PixelLayout } from './pixel-layout.ts';

export interface Pictures {
  small: SmallPicture;
  native: LumaPlane | null;
  /** The frame in the size of a still. */
  still: SmallPicture | null;
}

/** What is read of a frame beside the small picture. */
export interface Extras {
  native: boolean;
  still: boolean;
}

/** Weights of red, green and blue in luma by BT.601, for frames that come as RGB. */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** A line that takes code values to the full 8-bit range: value × gain + offset. */
interface Range {
  gain: number;
  offset: number;
}

/**
 * Reads decoded frames into planes: luma in the full range 0..255, upright, in display aspect. Alpha is flattened on
 * black. One reader serves one clip; it keeps a buffer between frames and does not close the samples.
 */
export class PictureReader {
  readonly #smallSize: Size;
  readonly #stillSize: Size;
  readonly #nativeMaxSide: number;
  #buffer = new ArrayBuffer(0);

  /** @param smallSize, stillSize - Sizes of the small picture and of a still, upright. */
  constructor(smallSize: Size, stillSize: Size, nativeMaxSide: number) {
    this.#smallSize = smallSize;
    this.#stillSize = stillSize;
    this.#nativeMaxSide = nativeMaxSide;
  }

  async read(sample: VideoSample, wanted: Extras): Promise<Pictures> {
    const known = layoutOf(sample.format);
    const options = known ? {} : { format: 'RGBA' as const };
    const size = { width: sample.visibleRect.width, height: sample.visibleRect.height };
    const bytes = sample.allocationSize(options);
    if (this.#buffer.byteLength < bytes) this.#buffer = new ArrayBuffer(bytes);
    const planes = await sample.copyTo(this.#buffer, options);
    const layout = known ?? { kind: 'rgb', scale: 1, chromaX: 1, chromaY: 1, red: 0, blue: 2 };
    const frame: FramePlanes = { buffer: this.#buffer, planes, size, layout };
    const orientation = { rotation: sample.rotation, flip: sample.flip };
    const full = sample.colorSpace.fullRange === true;
    if (layout.kind === 'rgb' && sample.hasAlpha) flattenOnBlack(frame);
    const reduced = (upright: Size): SmallPicture => {
      const lying = turned(upright, sample.rotation);
      const small = layout.kind === 'rgb' ? smallFromRgb(frame, lying) : smallFromYuv(frame, lying, full);
      return turnUpright(small, orientation);
    };
    const luma = layout.kind === 'rgb' ? rgbLuma : yuvLuma(layout, full);
    return {
      small: reduced(this.#smallSize),
      native: wanted.native ? this.#native(luma, frame, orientation) : null,
      still: wanted.still ? reduced(this.#stillSize) : null,
    };
  }

  #native(luma: LumaReader, frame: FramePlanes, orientation: Orientation): LumaPlane {
    const width = Math.min(frame.size.width, this.#nativeMaxSide);
    const height = Math.min(frame.size.height, this.#nativeMaxSide);
    const x = (frame.size.width - width) >> 1;
    const y = (frame.size.height - height) >> 1;
    const data = new Uint8Array(width * height);
    for (let row = 0; row < height; row++) luma(frame, x, y + row, data.subarray(row * width, (row + 1) * width));
    return {
      ...turned({ width, height }, orientation.rotation),
      data: turnPlane(data, { width, height }, orientation),
    };
  }
}

function turnUpright({ width, height, luma, cb, cr }: SmallPicture, orientation: Orientation): SmallPicture {
  const size = { width, height };
  const half = halfOf(size);
  return {
    ...turned(size, orientation.rotation),
    luma: turnPlane(luma, size, orientation),
    cb: turnPlane(cb, half, orientation),
    cr: turnPlane(cr, half, orientation),
  };
}

interface FramePlanes {
  buffer: ArrayBuffer;
  planes: readonly PlaneLayout[];
  size: Size;
  layout: PixelLayout;
}

const halfOf = ({ width, height }: Size): Size => ({ width: Math.ceil(width / 2), height: Math.ceil(height / 2) });

/** One channel of a frame. `first` is the place of the channel within a pixel. */
function channel(frame: FramePlanes, plane: number, size: Size, step: number, first: number): Channel {
  const { offset, stride } = frame.planes[plane] ?? { offset: 0, stride: 0 };
  const wide = frame.layout.scale > 1;
  return {
    data: wide ? new Uint16Array(frame.buffer) : new Uint8Array(frame.buffer),
    offset: (wide ? offset / 2 : offset) + first,
    stride: wide ? stride / 2 : stride,
    step,
    ...size,
  };
}

function smallFromYuv(frame: FramePlanes, target: Size, full: boolean): SmallPicture {
  const { size, layout } = frame;
  const half = halfOf(target);
  const chroma = { width: Math.ceil(size.width / layout.chromaX), height: Math.ceil(size.height / layout.chromaY) };
  const shared = layout.kind === 'semiplanar';
  const cb = channel(frame, 1, chroma, shared ? 2 : 1, 0);
  const cr = channel(frame, shared ? 1 : 2, chroma, shared ? 2 : 1, shared ? 1 : 0);
  const lumaRange = full
    ? { gain: 1 / layout.scale, offset: 0 }
    : { gain: 255 / 219 / layout.scale, offset: (-16 * 255) / 219 };
  const chromaRange = full
    ? { gain: 1 / layout.scale, offset: 0 }
    : { gain: 255 / 224 / layout.scale, offset: 128 - (128 * 255) / 224 };
  return {
    ...target,
    luma: applyRange(areaAverage(channel(frame, 0, size, 1, 0), target.width, target.height), lumaRange),
    cb: roundedBytes(applyRange(areaAverage(cb, half.width, half.height), chromaRange)),
    cr: roundedBytes(applyRange(areaAverage(cr, half.width, half.height), chromaRange)),
  };
}

/** The mean of luma is the luma of the means, so the channels are reduced first. */
function smallFromRgb(frame: FramePlanes, target: Size): SmallPicture {
  const { width, height } = target;
  const luma = areaAverage(channel(frame, 0, frame.size, 4, frame.layout.red), width, height);
  const green = areaAverage(channel(frame, 0, frame.size, 4, 1), width, height);
  const blue = areaAverage(channel(frame, 0, frame.size, 4, frame.layout.blue), width, height);
  const cb = new Float32Array(luma.length);
  const cr = new Float32Array(luma.length);
  for (let i = 0; i < luma.length; i++) {
    const r = luma[i] ?? 0;
    const b = blue[i] ?? 0;
    const y = RED * r + GREEN * (green[i] ?? 0) + BLUE * b;
    luma[i] = y;
    cb[i] = 128 + (0.5 * (b - y)) / (1 - BLUE);
    cr[i] = 128 + (0.5 * (r - y)) / (1 - RED);
  }
  const half = halfOf(target);
  const plane = { offset: 0, stride: width, step: 1, width, height };
  return {
    ...target,
    luma,
    cb: roundedBytes(areaAverage({ data: cb, ...plane }, half.width, half.height)),
    cr: roundedBytes(areaAverage({ data: cr, ...plane }, half.width, half.height)),
  };
}

function applyRange(values: Float32Array<ArrayBuffer>, { gain, offset }: Range): Float32Array<ArrayBuffer> {
  for (let i = 0; i < values.length; i++) {
    const value = (values[i] ?? 0) * gain + offset;
    values[i] = Math.min(255, Math.max(0, value));
  }
  return values;
}

/** Writes full-range luma of the pixels from (x, y) to the right into `target`. */
type LumaReader = (frame: FramePlanes, x: number, y: number, target: Uint8Array) => void;

/** Looks the level of each code value up. */
function yuvLuma({ scale }: PixelLayout, full: boolean): LumaReader {
  const [black, span] = full ? [0, 255] : [16, 219];
  const gain = 255 / span / scale;
  const shift = (-black * 255) / span;
  const levels = new Uint8Array(256 * scale);
  for (let code = 0; code < levels.length; code++) {
    levels[code] = Math.min(255, Math.max(0, Math.round(code * gain + shift)));
  }
  return (frame, x, y, target) => {
    const { data, offset, stride } = channel(frame, 0, frame.size, 1, 0);
    const start = offset + y * stride + x;
    for (let i = 0; i < target.length; i++) target[i] = levels[data[start + i] ?? 0] ?? 255;
  };
}

const rgbLuma: LumaReader = (frame, x, y, target) => {
  const { data, offset, stride } = channel(frame, 0, frame.size, 4, 0);
  const { red, blue } = frame.layout;
  let at = offset + y * stride + 4 * x;
  for (let i = 0; i < target.length; i++, at += 4) {
    target[i] = Math.round(RED * (data[at + red] ?? 0) + GREEN * (data[at + 1] ?? 0) + BLUE * (data[at + blue] ?? 0));
  }
};

/** Multiplies colours by alpha, in place: what shows when the picture lies on black. */
function flattenOnBlack(frame: FramePlanes): void {
  const { data, offset, stride } = channel(frame, 0, frame.size, 4, 0);
  for (let y = 0; y < frame.size.height; y++) {
    const end = offset + y * stride + 4 * frame.size.width;
    for (let i = offset + y * stride; i < end; i += 4) {
      const alpha = data[i + 3] ?? 255;
      if (alpha === 255) continue;
      for (let c = 0; c < 3; c++) data[i + c] = Math.round(((data[i + c] ?? 0) * alpha) / 255);
    }
  }
}

import type { BitmapFormat } from './bitmap-format.ts';

/** Uncompressed pixels: RGB with a palette, 3 or 4 bytes a pixel, grey, and YUV by its usual codes. */
export type RawLayout = 'RGB8' | 'RGB24' | 'RGB32' | 'Y800' | 'I420' | 'YV12' | 'NV12' | 'YUY2' | 'UYVY';

/** Null for depths that are not read: 1, 4 and 16 bits. */
export function rgbLayout(bitsPerPixel: number): RawLayout | null {
  return bitsPerPixel === 8 ? 'RGB8' : bitsPerPixel === 24 ? 'RGB24' : bitsPerPixel === 32 ? 'RGB32' : null;
}

/** What is said of YUV pixels without further knowledge: BT.601, limited range. */
const YUV_COLOUR: VideoColorSpaceInit = {
  primaries: 'smpte170m',
  transfer: 'smpte170m',
  matrix: 'smpte170m',
  fullRange: false,
};

/**
 * A frame of uncompressed pixels.
 *
 * @throws Error when the data is shorter than the picture needs.
 */
export function rawFrame(data: Uint8Array<ArrayBuffer>, layout: RawLayout, format: BitmapFormat): VideoFrame {
  const { width, height } = format;
  const init = { codedWidth: width, codedHeight: height, timestamp: 0 };
  if (layout === 'RGB8' || layout === 'RGB24' || layout === 'RGB32' || layout === 'Y800') {
    return new VideoFrame(toBgrx(data, layout, format), { ...init, format: 'BGRX' });
  }
  if (layout === 'YUY2' || layout === 'UYVY') {
    const planes = unpacked422(data, layout === 'YUY2' ? 0 : 1, width, height);
    return new VideoFrame(planes, { ...init, format: 'I422', colorSpace: YUV_COLOUR });
  }
  const halfWidth = Math.ceil(width / 2);
  const luma = { offset: 0, stride: width };
  const first = { offset: width * height, stride: halfWidth };
  const second = { offset: first.offset + halfWidth * Math.ceil(height / 2), stride: halfWidth };
  const chroma =
    layout === 'NV12' ? [{ ...first, stride: 2 * halfWidth }] : layout === 'YV12' ? [second, first] : [first, second];
  return new VideoFrame(data, {
    ...init,
    format: layout === 'NV12' ? 'NV12' : 'I420',
    layout: [luma, ...chroma],
    colorSpace: YUV_COLOUR,
  });
}

const BYTES_PER_PIXEL = { RGB8: 1, Y800: 1, RGB24: 3, RGB32: 4 } as const;

/** Rows of a bitmap are filled up to 4 bytes and go from the bottom up, if the format does not say otherwise. */
function toBgrx(data: Uint8Array, layout: keyof typeof BYTES_PER_PIXEL, format: BitmapFormat): Uint8Array<ArrayBuffer> {
  const { width, height, extra } = format;
  const step = BYTES_PER_PIXEL[layout];
  const stride = (width * step + 3) & ~3;
  need(data, stride * (height - 1) + width * step);
  const upright = format.topDown || layout === 'Y800';
  const palette = layout === 'RGB8' ? extra : null;
  const pixels = new Uint8Array(4 * width * height);
  for (let y = 0, to = 0; y < height; y++) {
    let from = (upright ? y : height - 1 - y) * stride;
    for (let x = 0; x < width; x++, from += step, to += 4) {
      if (step > 1) {
        pixels[to] = data[from] ?? 0;
        pixels[to + 1] = data[from + 1] ?? 0;
        pixels[to + 2] = data[from + 2] ?? 0;
      } else {
        const value = data[from] ?? 0;
        for (let c = 0; c < 3; c++) pixels[to + c] = palette ? (palette[4 * value + c] ?? 0) : value;
      }
    }
  }
  return pixels;
}

/** Planes of 4:2:2 pixels that come as pairs of luma with a shared Cb and Cr. `first` is the place of the first luma. */
function unpacked422(data: Uint8Array, first: 0 | 1, width: number, height: number): Uint8Array<ArrayBuffer> {
  const half = Math.ceil(width / 2);
  need(data, 4 * half * height);
  const planes = new Uint8Array((width + 2 * half) * height);
  const cb = width * height;
  const cr = cb + half * height;
  for (let y = 0; y < height; y++) {
    const row = 4 * half * y;
    for (let x = 0; x < width; x++) planes[y * width + x] = data[row + 2 * x + first] ?? 0;
    for (let x = 0; x < half; x++) {
      planes[cb + y * half + x] = data[row + 4 * x + 1 - first] ?? 0;
      planes[cr + y * half + x] = data[row + 4 * x + 3 - first] ?? 0;
    }
  }
  return planes;
}

function need(data: Uint8Array, bytes: number): void {
  if (data.length < bytes) throw new Error(`A frame has ${data.length} of ${bytes} bytes.`);
}

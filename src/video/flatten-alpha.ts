import { areaAverage, type Channel } from '../kernels/area-average.ts';
import { layoutOf } from './pixel-layout.ts';

/**
 * A frame as it looks on black: colour mixed with black by the luma of the alpha frame. Takes both frames over and
 * closes them.
 *
 * @throws Error when they are not 8-bit 4:2:0 of one size, the only sort that VP8 and VP9 with alpha come in.
 */
export async function flattenedOnBlack(colour: VideoFrame, alpha: VideoFrame): Promise<VideoFrame> {
  try {
    const picture = await planesOf(colour);
    const mask = (await planesOf(alpha)).luma;
    if (mask.width !== picture.luma.width || mask.height !== picture.luma.height) {
      throw new Error('The alpha of a frame has another size than its colour.');
    }
    const cover = alpha.colorSpace?.fullRange === true ? { black: 0, span: 255 } : { black: 16, span: 219 };
    const opacity = areaAverage(mask, mask.width, mask.height).map((v) => clamp01((v - cover.black) / cover.span));
    const { width, height } = picture.chroma[0];
    const coarse = areaAverage({ ...mask, data: opacity, offset: 0, stride: mask.width }, width, height);
    mix(picture.luma, opacity, colour.colorSpace?.fullRange === true ? 0 : 16);
    for (const channel of picture.chroma) mix(channel, coarse, 128);
    return new VideoFrame(picture.data, {
      format: picture.format,
      codedWidth: picture.luma.width,
      codedHeight: picture.luma.height,
      displayWidth: colour.displayWidth,
      displayHeight: colour.displayHeight,
      timestamp: colour.timestamp,
      ...(colour.duration === null ? {} : { duration: colour.duration }),
      layout: picture.layout,
      colorSpace: colour.colorSpace.toJSON(),
    });
  } finally {
    colour.close();
    alpha.close();
  }
}

async function planesOf(frame: VideoFrame) {
  const { format } = frame;
  const known = layoutOf(format);
  if (!known || known.kind === 'rgb' || known.scale !== 1 || format === null) {
    throw new Error(`Alpha in the pixel format ${format} cannot be read.`);
  }
  const data = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(data);
  const size = {
    width: frame.visibleRect?.width ?? frame.codedWidth,
    height: frame.visibleRect?.height ?? frame.codedHeight,
  };
  const half = { width: Math.ceil(size.width / known.chromaX), height: Math.ceil(size.height / known.chromaY) };
  const shared = known.kind === 'semiplanar';
  const plane = (index: number, first = 0): Pick<Channel, 'data' | 'offset' | 'stride'> => ({
    data,
    offset: (layout[index]?.offset ?? 0) + first,
    stride: layout[index]?.stride ?? 0,
  });
  const step = shared ? 2 : 1;
  const chroma: [Channel, Channel] = [
    { ...plane(1), step, ...half },
    { ...plane(shared ? 1 : 2, shared ? 1 : 0), step, ...half },
  ];
  return { format, data, layout, luma: { ...plane(0), step: 1, ...size }, chroma };
}

/** Moves each value towards `black` as far as it is transparent. */
function mix({ data, offset, stride, step, width, height }: Channel, opacity: Float32Array, black: number): void {
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0, at = offset + y * stride; x < width; x++, at += step, i++) {
      data[at] = Math.round(black + ((data[at] ?? 0) - black) * (opacity[i] ?? 1));
    }
  }
}

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));

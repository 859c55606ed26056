import type { VideoSample } from 'mediabunny';
import type { PictureRequest } from '../domain/frame.ts';
import { areaAverage } from '../kernels/area-average.ts';
import { blackCanvas } from './black-canvas.ts';
import type { Size } from './geometry.ts';

/** From this many times the wanted length on, a side is halved on the canvas. */
const MUCH_TOO_LONG = 4;

/**
 * Draws a decoded frame, or a part of it, upright and on black, stretched into the size that was asked for.
 *
 * A browser's canvas enlarges well but shrinks by its nearest halved copy, and not at all where only one side shrinks
 * much: fine patterns turn into coarse ones. So pixels are averaged over the area under each pixel of the picture; the
 * canvas only halves what is much too large, which is an exact mean.
 *
 * @param display - Upright size of the clip, in which the crop is given.
 * @returns 4 × width × height, opaque.
 */
export function drawPicture(
  sample: VideoSample,
  { width, height, crop }: PictureRequest,
  display: Size,
): Uint8ClampedArray<ArrayBuffer> {
  const target = { width, height };
  const part = crop ?? { x: 0, y: 0, ...display };
  // Frames of a clip whose size changes on the way are stretched to the clip's.
  const scaleX = sample.displayWidth / display.width;
  const scaleY = sample.displayHeight / display.height;
  let size = nextSize({ width: part.width * scaleX, height: part.height * scaleY }, target);
  let { canvas, context } = blackCanvas(size.width, size.height, true);
  sample.draw(
    context,
    part.x * scaleX,
    part.y * scaleY,
    part.width * scaleX,
    part.height * scaleY,
    0,
    0,
    size.width,
    size.height,
  );
  while (size.width >= MUCH_TOO_LONG * width || size.height >= MUCH_TOO_LONG * height) {
    size = nextSize(size, target);
    const smaller = blackCanvas(size.width, size.height, true);
    smaller.context.drawImage(canvas, 0, 0, size.width, size.height);
    ({ canvas, context } = smaller);
  }
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return size.width === width && size.height === height ? data : averaged(data, size, target);
}

/** Half of what is much too long, the target of what is too short, else as it is: in whole pixels. */
function nextSize(size: Size, target: Size): Size {
  return { width: nextLength(size.width, target.width), height: nextLength(size.height, target.height) };
}

const nextLength = (length: number, target: number): number =>
  Math.max(target, Math.round(length >= MUCH_TOO_LONG * target ? length / 2 : length));

function averaged(data: Uint8ClampedArray, size: Size, target: Size): Uint8ClampedArray<ArrayBuffer> {
  const result = new Uint8ClampedArray(4 * target.width * target.height).fill(255);
  const source = new Uint8Array(data.buffer, data.byteOffset, data.length);
  for (let offset = 0; offset < 3; offset++) {
    const channel = areaAverage(
      { data: source, offset, stride: 4 * size.width, step: 4, ...size },
      target.width,
      target.height,
    );
    // A clamped array rounds as it stores.
    for (let i = 0; i < channel.length; i++) result[4 * i + offset] = channel[i] ?? 0;
  }
  return result;
}

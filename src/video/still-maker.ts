import type { VideoSample } from 'mediabunny';
import type { SmallPicture } from '../domain/frame.ts';
import { blackCanvas } from './black-canvas.ts';
import { roundedBytes } from './bytes.ts';
import { fitLongEdge, type Size } from './geometry.ts';

const JPEG = { type: 'image/jpeg', quality: 0.85 } as const;

/** A JPEG of a decoded frame, upright, in display aspect, on black. The browser converts the colours. */
export function stillOfSample(sample: VideoSample, display: Size, longEdge: number): Promise<Blob> {
  const { width, height } = fitLongEdge(display, longEdge);
  // The decoder's frame is most often in memory, and the JPEG is made there.
  const { canvas, context } = blackCanvas(width, height, true);
  sample.draw(context, 0, 0, width, height);
  return canvas.convertToBlob(JPEG);
}

/** What is kept of a small picture: a byte a pixel. */
export interface CompactPicture extends Size {
  luma: Uint8Array;
  cb: Uint8Array;
  cr: Uint8Array;
  matrix: ColourMatrix;
}

/** Matrix between RGB and YCbCr. */
export type ColourMatrix = 'bt601' | 'bt709' | 'bt2020';

export function compact({ width, height, luma, cb, cr }: SmallPicture, matrix: ColourMatrix): CompactPicture {
  return { width, height, luma: roundedBytes(luma), cb: cb.slice(), cr: cr.slice(), matrix };
}

/** The weights of red and blue in luma (ITU-R BT.601, BT.709, BT.2020). */
const WEIGHTS: Record<ColourMatrix, { red: number; blue: number }> = {
  bt601: { red: 0.299, blue: 0.114 },
  bt709: { red: 0.2126, blue: 0.0722 },
  bt2020: { red: 0.2627, blue: 0.0593 },
};

/** A JPEG of a small picture, in its own size. */
export function stillOfCompact({ width, height, luma, cb, cr, matrix }: CompactPicture): Promise<Blob> {
  const { red, blue } = WEIGHTS[matrix];
  const green = 1 - red - blue;
  const { canvas, context } = blackCanvas(width, height);
  const image = context.createImageData(width, height);
  const halfWidth = Math.ceil(width / 2);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const half = (y >> 1) * halfWidth + (x >> 1);
      const level = luma[i] ?? 0;
      const r = level + 2 * (1 - red) * ((cr[half] ?? 128) - 128);
      const b = level + 2 * (1 - blue) * ((cb[half] ?? 128) - 128);
      image.data[4 * i] = r;
      image.data[4 * i + 1] = (level - red * r - blue * b) / green;
      image.data[4 * i + 2] = b;
      image.data[4 * i + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
  return canvas.convertToBlob(JPEG);
}

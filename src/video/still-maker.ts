import type { VideoSample } from 'mediabunny';
import type { SmallPicture } from '../domain/frame.ts';
import { bytesAt, kernels, Room } from '../kernels/kernels.ts';
import { blackCanvas } from './black-canvas.ts';
import { roundedBytes } from './bytes.ts';
import type { Size } from './geometry.ts';

const JPEG = { type: 'image/jpeg', quality: 0.85 } as const;

/**
 * A JPEG of a decoded frame, upright and on black. The browser converts the colours, with a high dynamic range too; that takes
 * several times as long as `stillOfCompact`.
 */
export function stillOfSample(sample: VideoSample, { width, height }: Size): Promise<Blob> {
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
  const { canvas, context } = blackCanvas(width, height, true);
  const room = new Room();
  const out = room.take(width * height + 8);
  kernels.rgba(room.put(luma), room.put(cb), room.put(cr), width, height, red, blue, out);
  context.putImageData(new ImageData(bytesAt(out, 4 * width * height), width, height), 0, 0);
  return canvas.convertToBlob(JPEG);
}

import { fourCharacters } from '../view-of.ts';

/** A BITMAPINFOHEADER (Microsoft, wingdi.h). */
export interface BitmapFormat {
  width: number;
  height: number;
  /** Rows from the top down; uncompressed RGB stands on its head otherwise. */
  topDown: boolean;
  bitsPerPixel: number;
  /** Code of the codec in capitals; empty for uncompressed RGB. */
  compression: string;
  /** Colours of a palette, or the codec's own setup. */
  extra: Uint8Array<ArrayBuffer>;
}

const HEADER_BYTES = 40;

/** Null when it is too short, or without a size. */
export function readBitmapFormat(view: DataView<ArrayBuffer>): BitmapFormat | null {
  if (view.byteLength < HEADER_BYTES) return null;
  const width = view.getInt32(4, true);
  const height = view.getInt32(8, true);
  if (width <= 0 || height === 0) return null;
  return {
    width,
    height: Math.abs(height),
    topDown: height < 0,
    bitsPerPixel: view.getUint16(14, true),
    compression: view.getUint32(16, true) === 0 ? '' : fourCharacters(view, 16).toUpperCase(),
    extra: new Uint8Array(view.buffer, view.byteOffset + HEADER_BYTES, view.byteLength - HEADER_BYTES),
  };
}

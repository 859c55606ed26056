import type { VideoSamplePixelFormat } from 'mediabunny';

/** How the values of a pixel format lie in memory. */
export interface PixelLayout {
  kind: 'planar' | 'semiplanar' | 'rgb';
  /** Largest value plus one, over 256: what a value is divided by to come to the 8-bit range. */
  scale: 1 | 4 | 16;
  /** How many luma pixels share a chroma value, across and down. */
  chromaX: 1 | 2;
  chromaY: 1 | 2;
  /** Places of red and blue in an RGB pixel. */
  red: 0 | 2;
  blue: 0 | 2;
}

/**
 * Layout of the formats whose planes are read as they are. Null for the rest (formats with alpha, and those that the
 * browser keeps to itself): these are read as RGBA, converted by the browser.
 */
export function layoutOf(format: VideoSamplePixelFormat | null): PixelLayout | null {
  const rgb = { kind: 'rgb', scale: 1, chromaX: 1, chromaY: 1 } as const;
  if (format === 'RGBA' || format === 'RGBX') return { ...rgb, red: 0, blue: 2 };
  if (format === 'BGRA' || format === 'BGRX') return { ...rgb, red: 2, blue: 0 };
  if (format === 'NV12') return { kind: 'semiplanar', scale: 1, chromaX: 2, chromaY: 2, red: 0, blue: 2 };
  const match = /^I(420|422|444)(P10|P12)?$/.exec(format ?? '');
  if (!match) return null;
  return {
    kind: 'planar',
    scale: match[2] === 'P10' ? 4 : match[2] === 'P12' ? 16 : 1,
    chromaX: match[1] === '444' ? 1 : 2,
    chromaY: match[1] === '420' ? 2 : 1,
    red: 0,
    blue: 2,
  };
}

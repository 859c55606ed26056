import type { BitmapFormat } from './bitmap-format.ts';
import { type RawLayout, rgbLayout } from './raw-frame.ts';

/** How the frames of an AVI file are coded, and what people call it. */
export type AviCodec =
  | { kind: 'stream'; codec: StreamCodec; name: string }
  | { kind: 'jpeg'; name: string }
  | { kind: 'raw'; layout: RawLayout; name: string }
  /** Known by name at most. */
  | { kind: 'foreign'; name: string };

/** Codecs of the browser's video decoder. */
export type StreamCodec = 'avc' | 'vp8' | 'vp9' | 'av1';

const STREAMS: [RegExp, StreamCodec, string][] = [
  [/^([HX]264|AVC1|DAVC|VSSH|Q264)$/, 'avc', 'H.264'],
  [/^VP80$/, 'vp8', 'VP8'],
  [/^VP90$/, 'vp9', 'VP9'],
  [/^AV01$/, 'av1', 'AV1'],
];

/** Every frame a JPEG, by the various names that cameras and capture cards gave it. */
const JPEG = /^(MJPG|JPEG|AVRN|AVDJ|AVR[0-9]|ADJV|DMB1|IJPG|ACDV|SLMJ|CJPG|JPGL)$/;

const YUV: [RegExp, RawLayout][] = [
  [/^(I420|IYUV)$/, 'I420'],
  [/^YV12$/, 'YV12'],
  [/^NV12$/, 'NV12'],
  [/^(YUY2|YUYV|YUNV|V422)$/, 'YUY2'],
  [/^(UYVY|UYNV|Y422|2VUY|HDYC)$/, 'UYVY'],
];

/** Codes of codecs that no browser decodes in an AVI file (fourcc.org; RFC 2361). */
const FOREIGN: [RegExp, string][] = [
  [/^XVID|^XVIX/, 'MPEG-4 Part 2 (Xvid)'],
  [/^DIVX|^DX50/, 'MPEG-4 Part 2 (DivX)'],
  [/^FMP4|^MP4V|^MP4S|^M4S2|^3IV[2X]|^RMP4|^BLZ0|^SEDG/, 'MPEG-4 Part 2'],
  [/^DIV[3-6]|^MP4[123]|^MPG4|^COL[01]|^AP41/, 'Microsoft MPEG-4 (DivX 3)'],
  [/^HEVC|^H265|^X265|^HVC1|^HEV1/, 'HEVC'],
  [/^DVSD|^DVHD|^DV25|^DV50|^DVSL|^CDVC/, 'DV'],
  [/^WMV[123]|^WVC1|^WMVA/, 'Windows Media Video'],
  [/^MPG[12]|^MPEG|^M[12]V|^PIM1/, 'MPEG-1/2'],
  [/^H26[123]|^[SUX]263|^I263/, 'H.263'],
  [/^IV[345]|^RT21/, 'Indeo'],
  [/^CVID/, 'Cinepak'],
  [/^CRAM|^MSVC|^WHAM/, 'Microsoft Video 1'],
  [/^MRLE|^RLE/, 'run-length coding'],
  [/^HFYU|^FFVH/, 'HuffYUV'],
  [/^FFV1/, 'FFV1'],
  [/^LAGS/, 'Lagarith'],
  [/^UL[RY]|^UM[RY]/, 'Ut Video'],
  [/^TSCC|^TSC2/, 'TechSmith screen capture'],
  [/^CFHD/, 'CineForm'],
  [/^AVD[NH]/, 'DNxHD'],
  [/^AP[CX4]|^ICPF/, 'ProRes'],
  [/^VP[3-7]/, 'On2 VP3 to VP7'],
];

/**
 * @param handler - Code in the stream's header, for files whose format leaves the codec open.
 */
export function aviCodec(format: BitmapFormat, handler: string): AviCodec {
  const code =
    format.compression === '' && isUncompressedHandler(handler) ? '' : format.compression || handler.toUpperCase();
  if (code === '') {
    const layout = rgbLayout(format.bitsPerPixel);
    return layout
      ? { kind: 'raw', layout, name: 'uncompressed RGB' }
      : { kind: 'foreign', name: `uncompressed RGB with ${format.bitsPerPixel} bits a pixel` };
  }
  const stream = STREAMS.find(([pattern]) => pattern.test(code));
  if (stream) return { kind: 'stream', codec: stream[1], name: stream[2] };
  if (JPEG.test(code)) return { kind: 'jpeg', name: 'Motion JPEG' };
  const yuv = YUV.find(([pattern]) => pattern.test(code));
  if (yuv) return { kind: 'raw', layout: yuv[1], name: 'uncompressed YUV' };
  if (/^(Y800|Y8 {2}|GREY)$/.test(code)) return { kind: 'raw', layout: 'Y800', name: 'uncompressed grey' };
  const foreign = FOREIGN.find(([pattern]) => pattern.test(code));
  return { kind: 'foreign', name: foreign?.[1] ?? `the codec "${code}"` };
}

/** Codes that stand for "no codec". */
const isUncompressedHandler = (handler: string): boolean => /^(DIB |RGB |RAW |\0{4}|)$/i.test(handler);

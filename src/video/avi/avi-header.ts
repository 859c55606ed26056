import { fourCharacters, viewOf } from '../view-of.ts';
import { chunksIn, type Span } from './riff.ts';

/** One stream of an AVI file, as its header tells it. */
export interface AviStream {
  /** Position among the streams; the chunks of the stream begin with it. */
  number: number;
  /** `vids`, `auds`, `txts`, `mids` or `iavs`. */
  type: string;
  /** Code of the codec by the stream header; may be empty. */
  handler: string;
  /** Spacing of frames; 0 where the file does not say. */
  frameSeconds: number;
  /** Frames that the file announces; 0 in a recording that was broken off. */
  length: number;
  /** Width over height of the picture by OpenDML's video properties; null where the file does not say. */
  aspect: number | null;
  /** Content of the format chunk: for video a BITMAPINFOHEADER and what follows it. */
  format: DataView<ArrayBuffer>;
  /** Content of OpenDML's index chunk. */
  index: DataView<ArrayBuffer> | null;
}

/** Header lists have a few kilobytes; what is longer is damage. */
const MAX_HEADER_BYTES = 4 * 1024 * 1024;

/** Even an empty chunk has a header. Recordings that were broken off announce absurdly many frames. */
const LEAST_BYTES_PER_FRAME = 8;

/** Reads the streams of the header list, `hdrl` (Microsoft, AVI RIFF File Reference). */
export async function readStreams(file: Blob, { start, end }: Span): Promise<AviStream[]> {
  const view = await viewOf(file, start, Math.min(end - start, MAX_HEADER_BYTES));
  const streams: AviStream[] = [];
  let mainFrameSeconds = 0;
  let totalFrames = 0;
  for (const chunk of chunksIn(view)) {
    const content = part(view, chunk);
    if (chunk.id === 'avih' && content.byteLength >= 4) mainFrameSeconds = content.getUint32(0, true) / 1e6;
    if (chunk.id !== 'LIST' || content.byteLength < 4) continue;
    const list = { start: chunk.start + 4, end: chunk.start + content.byteLength };
    const type = fourCharacters(content, 0);
    if (type === 'strl') streams.push(readStream(view, list, streams.length, mainFrameSeconds));
    if (type === 'odml') totalFrames = readTotalFrames(view, list);
  }
  const plausible = (length: number): number => (length * LEAST_BYTES_PER_FRAME <= file.size ? length : 0);
  // Large files count the frames of their first part in one place and those of all in another.
  return streams.map((stream) =>
    stream.type === 'vids' ? { ...stream, length: Math.max(plausible(stream.length), plausible(totalFrames)) } : stream,
  );
}

function readStream(view: DataView<ArrayBuffer>, list: Span, number: number, mainFrameSeconds: number): AviStream {
  const stream: AviStream = {
    number,
    type: '',
    handler: '',
    frameSeconds: mainFrameSeconds,
    length: 0,
    aspect: null,
    format: new DataView(new ArrayBuffer(0)),
    index: null,
  };
  for (const chunk of chunksIn(view, list)) {
    const content = part(view, chunk);
    if (chunk.id === 'strh' && content.byteLength >= 36) {
      stream.type = fourCharacters(content, 0);
      stream.handler = fourCharacters(content, 4);
      const scale = content.getUint32(20, true);
      const rate = content.getUint32(24, true);
      if (scale > 0 && rate > 0) stream.frameSeconds = scale / rate;
      stream.length = content.getUint32(32, true);
    }
    if (chunk.id === 'strf') stream.format = content;
    if (chunk.id === 'indx') stream.index = content;
    if (chunk.id === 'vprp' && content.byteLength >= 24) {
      // dwFrameAspectRatio: width in the upper, height in the lower half.
      const [height, width] = [content.getUint16(20, true), content.getUint16(22, true)];
      if (width > 0 && height > 0) stream.aspect = width / height;
    }
  }
  return stream;
}

function readTotalFrames(view: DataView<ArrayBuffer>, list: Span): number {
  for (const chunk of chunksIn(view, list)) {
    const content = part(view, chunk);
    if (chunk.id === 'dmlh' && content.byteLength >= 4) return content.getUint32(0, true);
  }
  return 0;
}

/** The data of a chunk, as far as it is there. */
const part = (view: DataView<ArrayBuffer>, { start, size }: { start: number; size: number }) =>
  new DataView(view.buffer, view.byteOffset + start, Math.min(size, view.byteLength - start));

import { LoupeError } from '../domain/error.ts';

/** Pictures that `ImageDecoder` may know, by MIME type. */
export interface ImageKind {
  type: 'image';
  mime: string;
  /** Short name: "GIF". */
  name: string;
}

/** Anything that may be a container of the usual sort; the demuxer decides. */
export interface ContainerKind {
  type: 'container';
}

export interface AviKind {
  type: 'avi';
}

export type FileKind = ImageKind | AviKind | ContainerKind;

const SNIFFED_BYTES = 64;

/**
 * Tells pictures from containers by the first bytes; names and MIME types of files are not trusted.
 *
 * @throws LoupeError `empty_file`, or `unsupported_container` for a known format that neither the demuxer nor the browser reads.
 */
export async function fileKind(file: Blob): Promise<FileKind> {
  if (file.size === 0) {
    throw new LoupeError('empty_file', 'This file is empty: it has 0 bytes.', 'Save or download the clip again.');
  }
  const head = new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer());
  const text = String.fromCharCode(...head);
  const image = imageKind(text);
  if (image) return image;
  if (text.startsWith('RIFF') && text.startsWith('AVI ', 8)) return { type: 'avi' };
  const unread = unreadContainer(text);
  if (unread) throw unsupportedContainer(unread);
  return { type: 'container' };
}

export function unsupportedContainer(name: string): LoupeError {
  return new LoupeError(
    'unsupported_container',
    `This is a file of the format ${name}, which Loupe cannot read.`,
    'Convert it to MP4 or WebM and try again.',
  );
}

function imageKind(text: string): ImageKind | null {
  if (text.startsWith('GIF8')) return { type: 'image', mime: 'image/gif', name: 'GIF' };
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return { type: 'image', mime: 'image/webp', name: 'WebP' };
  if (text.startsWith('\x89PNG')) return { type: 'image', mime: 'image/png', name: 'PNG' };
  if (text.startsWith('\xff\xd8\xff')) return { type: 'image', mime: 'image/jpeg', name: 'JPEG' };
  if (text.startsWith('BM') && text.startsWith('\0\0\0\0', 6)) return { type: 'image', mime: 'image/bmp', name: 'BMP' };
  if (/^ftypavi[fs]/.test(text.slice(4))) return { type: 'image', mime: 'image/avif', name: 'AVIF' };
  return null;
}

/** Names of formats that are recognised only to be able to say so. */
function unreadContainer(text: string): string | null {
  if (text.startsWith('OggS') && text.includes('\x80theora')) return 'Ogg Theora';
  if (text.startsWith('FLV\x01')) return 'FLV';
  if (text.startsWith('\x30\x26\xb2\x75\x8e\x66\xcf\x11')) return 'Windows Media (ASF)';
  if (text.startsWith('.RMF')) return 'RealMedia';
  if (text.startsWith('\0\0\x01\xba') || text.startsWith('\0\0\x01\xb3')) return 'MPEG program stream';
  if (text.startsWith('YUV4MPEG2')) return 'YUV4MPEG2';
  if (text.startsWith('DKIF')) return 'IVF';
  if (text.startsWith('\x06\x0e\x2b\x34')) return 'MXF';
  if (/^ftyphei[cx]|^ftypmif1/.test(text.slice(4))) return 'HEIF';
  return null;
}

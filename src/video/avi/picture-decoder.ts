import type { AviPicture } from './pictures.ts';

export interface DecodedPicture {
  /** Position in the list of pictures. Ascending from one to the next. */
  index: number;
  /** To be closed by whoever receives it. */
  frame: VideoFrame;
}

/** Decodes the pictures of a stream in order, one after the other. */
export interface PictureDecoder {
  /**
   * The pictures from a key picture on to the last. Ending the iteration early frees what it holds.
   *
   * @throws what the browser's decoder throws, after the pictures before it.
   */
  decodeFrom(index: number): AsyncGenerator<DecodedPicture, void, undefined>;
}

/** The bytes of a picture in the file. */
export const readPicture = async (
  file: Blob,
  { start, size }: Pick<AviPicture, 'start' | 'size'>,
): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.slice(start, start + size).arrayBuffer());

import { type DecodedPicture, type PictureDecoder, readPicture } from './picture-decoder.ts';
import type { AviPicture } from './pictures.ts';

/** Decodes pictures that each stand alone: JPEGs and uncompressed ones. */
export class SingleDecoder implements PictureDecoder {
  readonly #file: Blob;
  readonly #pictures: readonly AviPicture[];
  readonly #decode: (data: Uint8Array<ArrayBuffer>) => Promise<VideoFrame> | VideoFrame;

  constructor(
    file: Blob,
    pictures: readonly AviPicture[],
    decode: (data: Uint8Array<ArrayBuffer>) => Promise<VideoFrame> | VideoFrame,
  ) {
    this.#file = file;
    this.#pictures = pictures;
    this.#decode = decode;
  }

  async *decodeFrom(index: number): AsyncGenerator<DecodedPicture, void, undefined> {
    for (const [i, picture] of this.#pictures.slice(index).entries()) {
      yield { index: index + i, frame: await this.#decode(await readPicture(this.#file, picture)) };
    }
  }
}

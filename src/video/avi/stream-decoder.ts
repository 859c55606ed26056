import { type DecodedPicture, type PictureDecoder, readPicture } from './picture-decoder.ts';
import type { AviPicture } from './pictures.ts';
import type { StreamSetup } from './stream-setup.ts';

/** Pictures given to the browser's decoder ahead of its output. */
const MAX_QUEUED = 8;

/** Time stamps only say which picture a frame belongs to; so many microseconds apart. */
const STAMP_STEP = 1000;

/** Decodes pictures that build on one another with the browser's video decoder. */
export class StreamDecoder implements PictureDecoder {
  readonly #file: Blob;
  readonly #pictures: readonly AviPicture[];
  readonly #setup: StreamSetup;

  constructor(file: Blob, pictures: readonly AviPicture[], setup: StreamSetup) {
    this.#file = file;
    this.#pictures = pictures;
    this.#setup = setup;
  }

  async *decodeFrom(index: number): AsyncGenerator<DecodedPicture, void, undefined> {
    let next = index;
    let shown = index - 1;
    const waiting: VideoFrame[] = [];
    let failure: unknown = null;
    let flushing = false;
    let ended = false;
    let wake = (): void => undefined;
    const fail = (reason: unknown): void => {
      failure ??= reason;
      wake();
    };
    const decoder = new VideoDecoder({
      output: (frame) => {
        waiting.push(frame);
        wake();
      },
      error: fail,
    });
    decoder.ondequeue = () => wake();
    try {
      decoder.configure(this.#setup.config);
      for (;;) {
        const frame = waiting.shift();
        if (frame) {
          shown = this.#shownAs(frame, shown);
          yield { index: shown, frame };
        } else if (failure !== null) {
          throw failure;
        } else if (next < this.#pictures.length && decoder.decodeQueueSize < MAX_QUEUED) {
          const chunk = await this.#chunk(next, next === index);
          if (failure === null) decoder.decode(chunk);
          next++;
        } else if (next === this.#pictures.length && !flushing) {
          flushing = true;
          decoder.flush().then(() => {
            ended = true;
            wake();
          }, fail);
        } else if (ended) {
          return;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      for (const frame of waiting) frame.close();
      if (decoder.state !== 'closed') decoder.close();
    }
  }

  /**
   * AVI knows no times of presentation. Frames come out of the decoder in the order they are shown in; where pictures
   * are stored in another order, they take the places of the pictures one by one, counted anew from each key picture.
   */
  #shownAs(frame: VideoFrame, before: number): number {
    const decoded = Math.round(frame.timestamp / STAMP_STEP);
    if (!this.#setup.reorders || this.#pictures[decoded]?.key) return decoded;
    return before + 1;
  }

  async #chunk(index: number, first: boolean): Promise<EncodedVideoChunk> {
    const picture = this.#pictures[index];
    if (!picture) throw new RangeError(`There is no picture ${index}.`);
    const data = await readPicture(this.#file, picture);
    return new EncodedVideoChunk({
      type: picture.key || first ? 'key' : 'delta',
      timestamp: index * STAMP_STEP,
      data: picture.key ? this.#setup.complete(data) : data,
    });
  }
}

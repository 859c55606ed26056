import { VideoSample } from 'mediabunny';
import type { SampleStream } from '../planned-samples.ts';
import type { PictureDecoder } from './picture-decoder.ts';
import type { PictureList } from './pictures.ts';

/** The pictures of an AVI stream at their times: every picture once for each step of the grid that it fills. */
export class AviSamples implements SampleStream {
  readonly #list: PictureList;
  readonly #decoder: PictureDecoder;
  readonly #frameSeconds: number;

  constructor(list: PictureList, decoder: PictureDecoder, frameSeconds: number) {
    this.#list = list;
    this.#decoder = decoder;
    this.#frameSeconds = frameSeconds;
  }

  async *samples(start: number): AsyncGenerator<VideoSample, void, undefined> {
    const from = this.#slotAt(start);
    for await (const { index, frame } of this.#decoder.decodeFrom(this.#keyBefore(from))) {
      const { slot, slots } = this.#list.pictures[index] ?? { slot: 0, slots: 0 };
      try {
        for (let s = Math.max(slot, from); s < slot + slots; s++) {
          yield new VideoSample(frame.clone(), { timestamp: s * this.#frameSeconds, duration: this.#frameSeconds });
        }
      } finally {
        frame.close();
      }
    }
  }

  async *samplesAtTimestamps(times: readonly number[]): AsyncGenerator<VideoSample | null, void, undefined> {
    let samples: AsyncGenerator<VideoSample, void, undefined> | null = null;
    let reached = -1;
    let ahead: VideoSample | null = null;
    try {
      for (const time of times) {
        const slot = this.#slotAt(time);
        // Straight on, unless a key picture on the way saves decoding.
        if (!samples || this.#keyBefore(slot) > (this.#list.atSlot[reached] ?? 0)) {
          await samples?.return();
          ahead?.close();
          ahead = null;
          samples = this.samples(time);
        }
        while (!ahead || this.#slotAt(ahead.timestamp) < slot) {
          ahead?.close();
          ahead = null;
          const { done, value } = await samples.next();
          if (done) break;
          ahead = value;
          reached = this.#slotAt(value.timestamp);
        }
        const found: VideoSample | null = ahead && this.#slotAt(ahead.timestamp) === slot ? ahead : null;
        if (found) ahead = null;
        yield found;
      }
    } finally {
      ahead?.close();
      await samples?.return();
    }
  }

  #slotAt(seconds: number): number {
    return Math.max(0, Math.min(this.#list.atSlot.length - 1, Math.floor(seconds / this.#frameSeconds + 1e-3)));
  }

  /** Position of the picture with which the way to a step of the grid begins. */
  #keyBefore(slot: number): number {
    let index = this.#list.atSlot[slot] ?? 0;
    while (index > 0 && !this.#list.pictures[index]?.key) index--;
    if (this.#list.pictures[index]?.key) return index;
    const first = this.#list.pictures.findIndex(({ key }) => key);
    return Math.max(0, first);
  }
}

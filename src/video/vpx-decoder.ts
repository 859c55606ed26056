import { CustomVideoDecoder, type EncodedPacket, registerDecoder, type VideoCodec, VideoSample } from 'mediabunny';
import { flattenedOnBlack } from './flatten-alpha.ts';
import { isVpxKeyFrame } from './vp8-vp9-bits.ts';

/** Packets given to the browser's decoder ahead of its output. */
const MAX_QUEUED_PACKETS = 8;

/**
 * Decodes VP8 and VP9 in place of the demuxing library's own use of the browser's decoder, for two reasons. Each frame
 * keeps the time of its packet, where the library counts packets and slips behind VP8's hidden frames; and alpha, a
 * second stream in these files, is laid on black here, where the library starts workers from `blob:` addresses, which
 * the page's security policy forbids.
 */
class VpxDecoder extends CustomVideoDecoder {
  static override supports(codec: VideoCodec): boolean {
    return codec === 'vp8' || codec === 'vp9';
  }

  #colour: VideoDecoder | null = null;
  #alpha: VideoDecoder | null = null;
  /** Colour frames that wait for their alpha, in order. */
  readonly #waiting: VideoFrame[] = [];
  /** Times of the packets that have alpha, in microseconds, with the alpha once it is decoded. */
  readonly #alphaFrames = new Map<number, VideoFrame | null>();
  /** Whether the alpha stream has had a key frame since the last flush. */
  #alphaStarted = false;
  /** Time of the last alpha frame that was decoded, in microseconds. */
  #latestAlpha = Number.NEGATIVE_INFINITY;
  #emission: Promise<void> = Promise.resolve();
  #failed = false;

  init(): void {
    this.#colour = this.#open((frame) => {
      this.#waiting.push(frame);
      this.#emitReady();
    });
  }

  async decode(packet: EncodedPacket): Promise<void> {
    this.#decodeAlpha(packet);
    this.#colour?.decode(packet.toEncodedVideoChunk());
    await this.#roomInQueue();
  }

  async flush(): Promise<void> {
    await Promise.all([this.#colour?.flush(), this.#alpha?.flush()]);
    this.#emitReady(true);
    await this.#emission;
    this.#drop();
  }

  close(): void {
    for (const decoder of [this.#colour, this.#alpha]) if (decoder && decoder.state !== 'closed') decoder.close();
    this.#drop();
  }

  #open(output: (frame: VideoFrame) => void): VideoDecoder {
    const decoder = new VideoDecoder({
      output,
      error: (error) => {
        this.#failed = true;
        this.#colour?.dispatchEvent(new Event('dequeue'));
        this.onError(error);
      },
    });
    decoder.configure(this.config);
    return decoder;
  }

  #decodeAlpha(packet: EncodedPacket): void {
    const { alpha } = packet.sideData;
    if (!alpha) return;
    const key = isVpxKeyFrame(this.codec === 'vp8' ? 'vp8' : 'vp9', alpha);
    // Before the first key frame of the alpha stream the picture counts as opaque.
    if (!this.#alphaStarted && !key) return;
    this.#alphaStarted = true;
    this.#alpha ??= this.#open((frame) => {
      this.#alphaFrames.set(frame.timestamp, frame);
      this.#latestAlpha = frame.timestamp;
      this.#emitReady();
    });
    this.#alphaFrames.set(packet.microsecondTimestamp, null);
    this.#alpha.decode(packet.alphaToEncodedVideoChunk(key ? 'key' : 'delta'));
  }

  #emitReady(ended = false): void {
    for (let colour = this.#waiting[0]; colour; colour = this.#waiting[0]) {
      const alpha = this.#alphaFrames.get(colour.timestamp);
      // Alpha comes in order: once later alpha is there, a frame without any will get none.
      if (alpha === null && !ended && colour.timestamp > this.#latestAlpha) return;
      this.#waiting.shift();
      this.#alphaFrames.delete(colour.timestamp);
      this.#emit(colour, alpha ?? undefined);
    }
  }

  #emit(colour: VideoFrame, alpha: VideoFrame | undefined): void {
    this.#emission = this.#emission.then(async () => {
      try {
        this.onSample(new VideoSample(alpha ? await flattenedOnBlack(colour, alpha) : colour));
      } catch (error) {
        this.onError(error);
      }
    });
  }

  async #roomInQueue(): Promise<void> {
    while (!this.#failed && this.#colour && this.#colour.decodeQueueSize > MAX_QUEUED_PACKETS) {
      const decoder = this.#colour;
      await new Promise((resolve) => decoder.addEventListener('dequeue', resolve, { once: true }));
    }
  }

  #drop(): void {
    for (const frame of this.#waiting.splice(0)) frame.close();
    for (const frame of this.#alphaFrames.values()) frame?.close();
    this.#alphaFrames.clear();
    this.#alphaStarted = false;
    this.#latestAlpha = Number.NEGATIVE_INFINITY;
  }
}

let registered = false;

/** Makes the demuxing library decode VP8 and VP9 this way. */
export function registerVpxDecoder(): void {
  if (!registered) registerDecoder(VpxDecoder);
  registered = true;
}

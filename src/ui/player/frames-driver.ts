import type { Pictures } from './animation-frames.ts';
import type { Playback, PlaybackDriver } from './playback.ts';

/** Plays pictures with times on a canvas, as a video element would. Owns nothing: whoever made the pictures closes them. */
export class FramesDriver implements PlaybackDriver {
  readonly #canvas: HTMLCanvasElement;
  readonly #pictures: Pictures;
  readonly #playback: Playback;
  #seconds = 0;
  #rate = 1;
  #request = 0;
  #lastMilliseconds = 0;
  #shown = -1;

  constructor(canvas: HTMLCanvasElement, pictures: Pictures, playback: Playback) {
    this.#canvas = canvas;
    this.#pictures = pictures;
    this.#playback = playback;
    this.#draw();
  }

  play(): void {
    if (this.#request !== 0 || this.#pictures.frames.length < 2) return;
    this.#lastMilliseconds = performance.now();
    this.#request = requestAnimationFrame(this.#tick);
    this.#playback.report(this.#seconds, true);
  }

  pause(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#playback.report(this.#seconds, false);
  }

  seek(seconds: number): void {
    this.#seconds = seconds;
    this.#draw();
  }

  setRate(rate: number): void {
    this.#rate = rate;
  }

  dispose(): void {
    cancelAnimationFrame(this.#request);
  }

  readonly #tick = (milliseconds: number): void => {
    const { durationSeconds } = this.#pictures;
    const elapsed = Math.max(0, milliseconds - this.#lastMilliseconds) / 1000;
    this.#lastMilliseconds = milliseconds;
    const next = this.#seconds + elapsed * this.#rate;
    this.#seconds = next < durationSeconds ? next : 0;
    this.#draw();
    this.#request = requestAnimationFrame(this.#tick);
    this.#playback.report(this.#seconds, true);
  };

  #draw(): void {
    const { frames } = this.#pictures;
    let index = frames.findLastIndex(({ timeSeconds }) => timeSeconds <= this.#seconds + 1e-6);
    if (index < 0) index = 0;
    const frame = frames[index];
    if (frame === undefined || index === this.#shown) return;
    this.#shown = index;
    if (this.#canvas.width !== frame.picture.width) this.#canvas.width = frame.picture.width;
    if (this.#canvas.height !== frame.picture.height) this.#canvas.height = frame.picture.height;
    this.#canvas.getContext('2d')?.drawImage(frame.picture, 0, 0);
  }
}

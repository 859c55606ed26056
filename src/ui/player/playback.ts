import type { FrameClock } from './frame-clock.ts';

/** What shows the pictures: a video element, or a canvas that is handed frames. */
export interface PlaybackDriver {
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  setRate(rate: number): void;
}

export interface Loop {
  startSeconds: number;
  endSeconds: number;
}

export interface PlaybackState {
  playing: boolean;
  rate: number;
  /** The stretch that repeats; null plays the whole clip round and round. */
  loop: Loop | null;
}

/** Shorter loops than this cannot be watched. */
const SHORTEST_LOOP_SECONDS = 0.8;

/**
 * The one clock that player, timeline and evidence share. Time changes go to listeners that paint directly (a playhead,
 * a number), so that playing re-renders nothing; state changes are for React through `useSyncExternalStore`.
 */
export class Playback {
  #driver: PlaybackDriver | null = null;
  #state: PlaybackState = { playing: false, rate: 1, loop: null };
  #seconds = 0;
  #durationSeconds = 0;
  /** Whether the clip was playing when its driver was let go. */
  #resumes = false;
  #clock: FrameClock | null = null;
  readonly #timeListeners = new Set<(seconds: number) => void>();
  readonly #stateListeners = new Set<() => void>();

  get seconds(): number {
    return this.#seconds;
  }

  get durationSeconds(): number {
    return this.#durationSeconds;
  }

  get state(): PlaybackState {
    return this.#state;
  }

  /** @param clock when the frames are shown; null while it is not known, and for a single frame */
  describe(durationSeconds: number, clock: FrameClock | null): void {
    this.#durationSeconds = durationSeconds;
    this.#clock = clock;
    for (const listener of this.#timeListeners) listener(this.#seconds);
  }

  /** A new driver goes on where the one before it was let go. Returns the function that lets the driver go. */
  attach(driver: PlaybackDriver): () => void {
    this.#driver = driver;
    driver.setRate(this.#state.rate);
    if (this.#seconds > 0) driver.seek(this.#seconds);
    if (this.#resumes) driver.play();
    this.#resumes = false;
    return () => {
      if (this.#driver !== driver) return;
      this.#driver = null;
      this.#resumes = this.#state.playing;
      this.#change({ playing: false });
    };
  }

  /** The driver tells what it shows. Here a loop is closed. */
  report(seconds: number, playing: boolean): void {
    if (playing !== this.#state.playing) this.#change({ playing });
    const { loop } = this.#state;
    if (playing && loop !== null && (seconds >= loop.endSeconds || seconds < loop.startSeconds - 0.1)) {
      this.#driver?.seek(loop.startSeconds);
      this.#setTime(loop.startSeconds);
    } else this.#setTime(seconds);
  }

  play(): void {
    this.#driver?.play();
  }

  pause(): void {
    this.#driver?.pause();
  }

  toggle(): void {
    if (this.#state.playing) this.pause();
    else this.play();
  }

  /** Goes to a time in the clip; a loop that does not hold it is given up. */
  seek(seconds: number): void {
    const target = Math.min(Math.max(0, seconds), this.#durationSeconds || seconds);
    const { loop } = this.#state;
    if (loop !== null && (target < loop.startSeconds || target > loop.endSeconds)) this.#change({ loop: null });
    this.#driver?.seek(target);
    this.#setTime(target);
  }

  /** Position of the frame that is shown at a time; null where that is not known. */
  frameAt(seconds: number): number | null {
    return this.#clock?.frameAt(seconds) ?? null;
  }

  /** Steps whole frames, and stops playing. */
  step(frames: number): void {
    this.pause();
    if (this.#clock === null) return;
    this.seek(this.#clock.middleOf(this.#clock.frameAt(this.#seconds) + frames));
  }

  /** Goes to the first frame, and stops playing. */
  seekFirst(): void {
    this.pause();
    this.seek(0);
  }

  /** Goes to the last frame, and stops playing: going on would show the first one. So would the last frame's end. */
  seekLast(): void {
    this.pause();
    this.seek(this.#clock === null ? this.#durationSeconds : this.#clock.middleOf(this.#clock.last));
  }

  setRate(rate: number): void {
    this.#driver?.setRate(rate);
    this.#change({ rate });
  }

  setLoop(loop: Loop | null): void {
    this.#change({ loop });
  }

  /** Marks one end of the loop at the current time, and the other one at the end of the clip if it had none. */
  markLoop(end: 'start' | 'end'): void {
    const { loop } = this.#state;
    const startSeconds = end === 'start' ? this.#seconds : (loop?.startSeconds ?? 0);
    const endSeconds = end === 'end' ? this.#seconds : (loop?.endSeconds ?? this.#durationSeconds);
    if (startSeconds < endSeconds) this.setLoop({ startSeconds, endSeconds });
    else
      this.setLoop(
        end === 'start' ? { startSeconds, endSeconds: this.#durationSeconds } : { startSeconds: 0, endSeconds },
      );
  }

  /** Repeats a moment with enough around it to be seen. */
  showMoment(startSeconds: number, endSeconds: number): void {
    const margin = Math.max(0.1, (SHORTEST_LOOP_SECONDS - (endSeconds - startSeconds)) / 2);
    const start = Math.max(0, startSeconds - margin);
    const end = Math.max(start, Math.min(this.#durationSeconds, endSeconds + margin));
    this.setLoop({ startSeconds: start, endSeconds: end });
    this.seek(start);
    this.play();
  }

  readonly onTime = (listener: (seconds: number) => void): (() => void) => {
    this.#timeListeners.add(listener);
    listener(this.#seconds);
    return () => this.#timeListeners.delete(listener);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  };

  readonly getState = (): PlaybackState => this.#state;

  #setTime(seconds: number): void {
    if (seconds === this.#seconds) return;
    this.#seconds = seconds;
    for (const listener of this.#timeListeners) listener(seconds);
  }

  #change(change: Partial<PlaybackState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#stateListeners) listener();
  }
}

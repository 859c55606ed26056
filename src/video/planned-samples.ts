import type { VideoSample } from 'mediabunny';
import { STALL_SECONDS } from './budget.ts';
import type { DecodedFrame } from './frame-source.ts';
import type { FramePlan, PlannedFrame } from './plan-frames.ts';
import { type Timeline, timeTolerance } from './timeline.ts';
import { withinSeconds } from './watchdog.ts';

/** Decoding goes on after this many errors, each time from the next key frame. */
const MAX_RESTARTS = 20;

/** Decoding speed below which a decoder counts as stalled, in pixels per second. */
const SLOWEST_PIXELS_PER_SECOND = 30e6;

/** Pixels of decoded frames that may be held at a time after an error. */
const MAX_HELD_PIXELS = 100e6;

/** Decoded frames of a track in presentation order; what is used of a `VideoSampleSink`. Times in seconds. */
export interface SampleStream {
  /** The frame shown at `start` and all after it. */
  samples(start: number): AsyncGenerator<VideoSample, void, unknown>;
  /** One answer for each of the ascending times: the frame shown then, or null. */
  samplesAtTimestamps(times: readonly number[]): AsyncGenerator<VideoSample | null, void, unknown>;
}

/**
 * Decodes the planned frames of a track in one pass. After a decoding error it goes on from the next key frame; when
 * the decoder stalls it stops with what there is.
 */
export class PlannedSamples {
  delivered = 0;
  lastDelivered: PlannedFrame | null = null;
  /** The first error on the way. */
  failure: unknown = null;
  readonly #sink: SampleStream;
  readonly #timeline: Timeline;
  readonly #plan: FramePlan;
  readonly #framePixels: number;
  readonly #stallSeconds: number;
  /** Position in the plan of the frame that comes next. */
  #next = 0;

  constructor(sink: SampleStream, timeline: Timeline, plan: FramePlan, framePixels: number) {
    this.#sink = sink;
    this.#timeline = timeline;
    this.#plan = plan;
    this.#framePixels = framePixels;
    const onTheWay = plan.decodedFrames - plan.frames.length;
    this.#stallSeconds = STALL_SECONDS + (onTheWay * framePixels) / SLOWEST_PIXELS_PER_SECOND;
  }

  async *decode(): AsyncGenerator<DecodedFrame, void, undefined> {
    for (let restart = 0; restart <= MAX_RESTARTS && this.#next < this.#plan.frames.length; restart++) {
      try {
        yield* this.#frames();
        return;
      } catch (reason) {
        this.failure ??= reason;
        if (isStall(reason)) return;
      }
      const before = this.#next;
      yield* this.#rescued();
      if (this.#next === before && !this.#skipToNextKeyFrame()) return;
    }
  }

  /**
   * The frames that lay decoded in the sink's queue when the error came and were dropped with it: decoded again, and
   * this time taken out at once, before anything is done with them.
   */
  async *#rescued(): AsyncGenerator<DecodedFrame, void, undefined> {
    const held: DecodedFrame[] = [];
    const most = Math.max(4, Math.floor(MAX_HELD_PIXELS / this.#framePixels));
    try {
      for await (const frame of this.#frames()) {
        held.push(frame);
        if (held.length === most) break;
      }
    } catch {
      // The same error again; what comes after it is looked for from the next key frame.
    }
    try {
      for (let frame = held.shift(); frame; frame = held.shift()) yield frame;
    } finally {
      for (const { sample } of held) sample.close();
    }
  }

  #frames(): AsyncGenerator<DecodedFrame, void, undefined> {
    return this.#plan.whole ? this.#consecutive() : this.#selected();
  }

  /** Every frame from the next planned one on. */
  async *#consecutive(): AsyncGenerator<DecodedFrame, void, undefined> {
    const tolerance = timeTolerance(this.#timeline.times);
    const from = this.#plan.frames[this.#next]?.timeSeconds ?? 0;
    for await (const sample of this.#watched(this.#sink.samples(from))) {
      const planned = sample && this.#match(sample.timestamp, tolerance);
      if (planned) yield { planned, sample };
      else sample?.close();
    }
  }

  /** The frames shown at the planned times; the sink answers once for each time, in order. */
  async *#selected(): AsyncGenerator<DecodedFrame, void, undefined> {
    const times = this.#plan.frames.slice(this.#next).map(({ timeSeconds }) => timeSeconds);
    let previous = Number.NEGATIVE_INFINITY;
    for await (const sample of this.#watched(this.#sink.samplesAtTimestamps(times))) {
      const planned = this.#plan.frames[this.#next++];
      // Where times are estimated, two of them can fall on one frame.
      if (planned && sample && sample.timestamp > previous) {
        previous = sample.timestamp;
        yield { planned: this.#deliver({ ...planned, timeSeconds: sample.timestamp }), sample };
      } else sample?.close();
    }
  }

  #match(timeSeconds: number, tolerance: number): PlannedFrame | null {
    const { frames } = this.#plan;
    while ((frames[this.#next]?.timeSeconds ?? Number.POSITIVE_INFINITY) < timeSeconds - tolerance) this.#next++;
    const planned = frames[this.#next];
    if (!planned || planned.timeSeconds > timeSeconds + tolerance) return null;
    this.#next++;
    return this.#deliver(planned);
  }

  #deliver(planned: PlannedFrame): PlannedFrame {
    this.delivered++;
    this.lastDelivered = planned;
    return planned;
  }

  /** Moves to the first planned frame at or after the first key frame that was not tried yet. */
  #skipToNextKeyFrame(): boolean {
    const failedIndex = this.#plan.frames[this.#next]?.index ?? Number.POSITIVE_INFINITY;
    const key = this.#timeline.keyFrames.find((index) => index > failedIndex);
    if (key === undefined) return false;
    const next = this.#plan.frames.findIndex(({ index }) => index >= key);
    if (next < 0) return false;
    this.#next = next;
    return true;
  }

  /** The samples, each waited for no longer than the stall time. Ends the iteration of the sink in every case. */
  async *#watched(
    samples: AsyncGenerator<VideoSample | null, void, unknown>,
  ): AsyncGenerator<VideoSample | null, void, undefined> {
    try {
      for (;;) {
        const result = await withinSeconds(samples.next(), this.#stallSeconds, 'The decoder');
        if (result.done) return;
        yield result.value;
      }
    } finally {
      // Not waited for: a generator answers only after the step that it hangs in.
      samples.return().catch(() => undefined);
    }
  }
}

const isStall = (reason: unknown): boolean => reason instanceof Error && 'code' in reason && reason.code === 'timeout';

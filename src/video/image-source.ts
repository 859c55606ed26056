import { VideoSample } from 'mediabunny';
import type { Notice } from '../domain/clip.ts';
import { SCAN_SECONDS, STALL_SECONDS } from './budget.ts';
import { endsEarly } from './file-end.ts';
import type { ImageKind } from './file-kind.ts';
import type { DecodedFrame, FrameSource, ProbedClip } from './frame-source.ts';
import type { FramePlan } from './plan-frames.ts';
import { buildTimeline, extrapolate, type FrameTiming, isVariable, meanFrameRate, type Timeline } from './timeline.ts';
import { corruptFile, noFrames, truncatedFile, unsupportedCodec } from './video-errors.ts';
import { withinSeconds } from './watchdog.ts';

/** Unit of frame times in a GIF, the coarsest of the picture formats, in seconds. */
const TIME_RESOLUTION_SECONDS = 0.01;

/** Browsers take durations up to 10 ms for a mistake and show such frames for a tenth of a second. */
const SHORTEST_MICROSECONDS = 11_000;
const USUAL_SECONDS = 0.1;

/** Opens animated (and still) GIF, WebP, AVIF, PNG, JPEG and BMP files with the browser's image decoder. */
export async function openImage(file: Blob, kind: ImageKind): Promise<FrameSource> {
  if (typeof ImageDecoder === 'undefined' || !(await ImageDecoder.isTypeSupported(kind.mime))) {
    throw unsupportedCodec(kind.name);
  }
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: kind.mime, preferAnimation: true });
  try {
    return await withinSeconds(probe(decoder, kind, await endsEarly(file)), 2 * STALL_SECONDS, 'Reading this file');
  } catch (reason) {
    decoder.close();
    throw reason;
  }
}

async function probe(decoder: ImageDecoder, kind: ImageKind, cutOff: boolean): Promise<FrameSource> {
  try {
    await decoder.tracks.ready;
    await decoder.completed;
  } catch (reason) {
    throw cutOff ? truncatedFile(reason) : corruptFile(reason);
  }
  const frameCount = decoder.tracks.selectedTrack?.frameCount ?? 0;
  if (frameCount === 0) throw noFrames();
  const scanned = await scan(decoder, frameCount);
  if (scanned.timings.length === 0) throw cutOff ? truncatedFile(scanned.failure) : corruptFile(scanned.failure);
  const known = buildTimeline(scanned.timings);
  const readable = scanned.failure === null ? frameCount : scanned.timings.length;
  const timeline =
    scanned.timings.length === readable
      ? known
      : extrapolate(known, (known.endSeconds / scanned.timings.length) * frameCount);
  const clip: ProbedClip = {
    container: kind.name,
    codec: kind.name,
    codecString: null,
    width: scanned.width,
    height: scanned.height,
    rotationDegrees: 0,
    durationSeconds: timeline.endSeconds,
    frameRate: meanFrameRate(timeline),
    frameCount: timeline.times.length,
    frameCountExact: timeline.exact,
    variableFrameRate: isVariable(timeline, TIME_RESOLUTION_SECONDS),
    hasAlpha: scanned.hasAlpha,
    hasAudio: false,
  };
  const notices: Notice[] = [];
  if (clip.hasAlpha)
    notices.push({ code: 'alpha', message: 'Transparent parts are looked at as if they lay on black.' });
  if (readable < frameCount) {
    notices.push({
      code: cutOff ? 'truncated' : 'corrupt',
      message: `Only the first ${readable} of ${frameCount} frames of this file can be read.`,
    });
  }
  return new ImageSource(decoder, clip, timeline, notices);
}

interface ImageScan {
  timings: FrameTiming[];
  width: number;
  height: number;
  hasAlpha: boolean;
  failure: unknown;
}

/** Picture formats tell how long a frame is shown only with the frame, so every frame is decoded once for it. */
async function scan(decoder: ImageDecoder, frameCount: number): Promise<ImageScan> {
  const deadline = performance.now() + SCAN_SECONDS * 1000;
  const result: ImageScan = { timings: [], width: 0, height: 0, hasAlpha: false, failure: null };
  let timeSeconds = 0;
  for (let frameIndex = 0; frameIndex < frameCount && performance.now() < deadline; frameIndex++) {
    try {
      const { image } = await withinSeconds(decoder.decode({ frameIndex }), STALL_SECONDS, 'The image decoder');
      if (frameIndex === 0) {
        result.width = image.displayWidth;
        result.height = image.displayHeight;
        result.hasAlpha = image.format?.includes('A') === true && (await hasTransparency(image));
      }
      const microseconds = image.duration ?? 0;
      const durationSeconds = microseconds < SHORTEST_MICROSECONDS ? USUAL_SECONDS : microseconds / 1e6;
      image.close();
      result.timings.push({ timeSeconds, durationSeconds, key: frameIndex === 0 });
      timeSeconds += durationSeconds;
    } catch (reason) {
      result.failure = reason;
      break;
    }
  }
  return result;
}

async function hasTransparency(image: VideoFrame): Promise<boolean> {
  const pixels = new Uint8Array(image.allocationSize({ format: 'RGBA' }));
  await image.copyTo(pixels, { format: 'RGBA' });
  for (let i = 3; i < pixels.length; i += 4) if (pixels[i] !== 255) return true;
  return false;
}

class ImageSource implements FrameSource {
  readonly clip: ProbedClip;
  readonly notices: readonly Notice[];
  readonly timeline: Timeline;
  readonly originSeconds = 0;
  readonly framePixels: number;
  readonly #decoder: ImageDecoder;

  constructor(decoder: ImageDecoder, clip: ProbedClip, timeline: Timeline, notices: readonly Notice[]) {
    this.#decoder = decoder;
    this.clip = clip;
    this.timeline = timeline;
    this.notices = notices;
    this.framePixels = clip.width * clip.height;
  }

  async *decode(plan: FramePlan, report: (notice: Notice) => void): AsyncGenerator<DecodedFrame, void, undefined> {
    let delivered = 0;
    for (const planned of plan.frames) {
      let image: VideoFrame;
      try {
        const decoded = this.#decoder.decode({ frameIndex: planned.index });
        ({ image } = await withinSeconds(decoded, STALL_SECONDS, 'The image decoder'));
      } catch (reason) {
        if (delivered === 0) throw corruptFile(reason);
        const lost = plan.frames.length - delivered;
        report({ code: 'corrupt', message: `The last ${lost} of ${plan.frames.length} frames could not be decoded.` });
        return;
      }
      delivered++;
      yield { planned, sample: new VideoSample(image) };
    }
  }

  close(): void {
    this.#decoder.close();
  }
}

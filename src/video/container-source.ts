import { ALL_FORMATS, BlobSource, HLS, Input, type InputVideoTrack, MPEG_TS, VideoSampleSink } from 'mediabunny';
import type { Notice } from '../domain/clip.ts';
import { LoupeError } from '../domain/error.ts';
import { STALL_SECONDS } from './budget.ts';
import { codecName } from './codec-name.ts';
import { endsEarly } from './file-end.ts';
import type { DecodedFrame, FrameSource, ProbedClip } from './frame-source.ts';
import { closeLastCluster } from './matroska-end.ts';
import type { FramePlan } from './plan-frames.ts';
import { PlannedSamples } from './planned-samples.ts';
import { scanTrack } from './scan-track.ts';
import { isVariable, meanFrameRate, type Timeline } from './timeline.ts';
import { corruptFile, noFrames, notAVideo, noVideoTrack, truncatedFile, unsupportedCodec } from './video-errors.ts';
import { registerVpxDecoder } from './vpx-decoder.ts';
import { withinSeconds } from './watchdog.ts';

/** Playlists are left out: they name other files, and a clip must never make the page fetch something. */
const FORMATS = ALL_FORMATS.filter((format) => format !== HLS);

const CONTAINER_NAMES: Record<string, string> = {
  'QuickTime File Format': 'MOV',
  Matroska: 'MKV',
  'MPEG Transport Stream': 'MPEG-TS',
};

/** Opens MP4, MOV, WebM, MKV, MPEG-TS and Ogg files. */
export async function openContainer(file: Blob): Promise<FrameSource> {
  registerVpxDecoder();
  const cutOff = await endsEarly(file);
  const input = new Input({ source: new BlobSource(cutOff ? await closeLastCluster(file) : file), formats: FORMATS });
  try {
    return await withinSeconds(probe(input, cutOff), 2 * STALL_SECONDS, 'Reading this file');
  } catch (reason) {
    input.dispose();
    throw reason;
  }
}

async function probe(input: Input, cutOff: boolean): Promise<FrameSource> {
  if (!(await input.canRead())) throw cutOff ? truncatedFile() : notAVideo();
  let track: InputVideoTrack | null;
  try {
    track = await input.getPrimaryVideoTrack();
  } catch (reason) {
    throw cutOff ? truncatedFile(reason) : corruptFile(reason);
  }
  const hasAudio = (await input.getAudioTracks()).length > 0;
  if (!track) {
    if ((await input.getTracks()).length === 0) throw cutOff ? truncatedFile() : corruptFile();
    throw noVideoTrack(hasAudio);
  }
  const codec = await codecName(track);
  if (!(await canDecode(track))) throw unsupportedCodec(codec);
  const format = await input.getFormat();
  const { timeline, missingFrames } = await scanTrack(track, cutOff);
  if (timeline.times.length === 0) throw cutOff || missingFrames > 0 ? truncatedFile() : noFrames();
  // The clock of a transport stream starts anywhere; players count from its first frame.
  const originSeconds = format === MPEG_TS ? (timeline.times[0] ?? 0) : 0;
  const clip: ProbedClip = {
    container: CONTAINER_NAMES[format.name] ?? format.name,
    codec,
    codecString: await track.getCodecParameterString(),
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    rotationDegrees: await track.getRotation(),
    durationSeconds: timeline.endSeconds - originSeconds,
    frameRate: meanFrameRate(timeline),
    frameCount: timeline.times.length,
    frameCountExact: timeline.exact,
    variableFrameRate: isVariable(timeline, 1 / (await track.getTimeResolution())),
    hasAlpha: await track.canBeTransparent(),
    hasAudio,
  };
  const notices = await probeNotices(input, track, clip);
  if (missingFrames > 0) {
    const announced = `${(missingFrames + clip.frameCount).toLocaleString('en')} frames`;
    notices.push({
      code: 'truncated',
      message: `The file ends early: of ${announced}, the first ${clip.frameCount} are there.`,
    });
  } else if (cutOff) {
    notices.push({
      code: 'truncated',
      message: 'The file ends early; what comes after its last whole frame is missing.',
    });
  }
  return new ContainerSource(input, track, { clip, timeline, originSeconds, notices });
}

async function canDecode(track: InputVideoTrack): Promise<boolean> {
  const config = await track.getDecoderConfig();
  if (!config || !(await track.canDecode())) return false;
  // For a registered decoder the library does not ask the browser.
  return (await VideoDecoder.isConfigSupported(config)).supported === true;
}

async function probeNotices(input: Input, track: InputVideoTrack, clip: ProbedClip): Promise<Notice[]> {
  const notices: Notice[] = [];
  const videoTracks = (await input.getVideoTracks()).length;
  if (videoTracks > 1) {
    notices.push({
      code: 'several_tracks',
      message: `The file has ${videoTracks} video tracks; the main one is looked at.`,
    });
  }
  if (clip.hasAlpha)
    notices.push({ code: 'alpha', message: 'Transparent parts are looked at as if they lay on black.' });
  if (await track.hasHighDynamicRange()) {
    notices.push({
      code: 'hdr',
      message: 'The clip has a high dynamic range; its code values are measured as they are.',
    });
  }
  return notices;
}

class ContainerSource implements FrameSource {
  readonly clip: ProbedClip;
  readonly notices: readonly Notice[];
  readonly timeline: Timeline;
  readonly originSeconds: number;
  readonly framePixels: number;
  readonly #input: Input;
  readonly #track: InputVideoTrack;

  constructor(
    input: Input,
    track: InputVideoTrack,
    probed: Pick<FrameSource, 'clip' | 'notices' | 'timeline' | 'originSeconds'>,
  ) {
    this.#input = input;
    this.#track = track;
    this.clip = probed.clip;
    this.notices = probed.notices;
    this.timeline = probed.timeline;
    this.originSeconds = probed.originSeconds;
    this.framePixels = probed.clip.width * probed.clip.height;
  }

  async *decode(plan: FramePlan, report: (notice: Notice) => void): AsyncGenerator<DecodedFrame, void, undefined> {
    const samples = new PlannedSamples(new VideoSampleSink(this.#track), this.timeline, plan, this.framePixels);
    yield* samples.decode();
    if (samples.delivered === 0) throw this.#nothingDecoded(samples.failure);
    const lost = plan.frames.length - samples.delivered;
    if (lost > 0) report(lostFrames(lost, plan.frames.length, samples));
  }

  #nothingDecoded(failure: unknown): LoupeError {
    if (failure instanceof LoupeError) return failure;
    if (failure instanceof DOMException && failure.name === 'NotSupportedError')
      return unsupportedCodec(this.clip.codec);
    return corruptFile(failure);
  }

  close(): void {
    this.#input.dispose();
  }
}

function lostFrames(lost: number, planned: number, { failure, lastDelivered }: PlannedSamples): Notice {
  const count = `${lost} of ${planned} frames`;
  if (failure instanceof LoupeError && failure.code === 'timeout') {
    const seconds = lastDelivered?.timeSeconds.toFixed(2);
    return {
      code: 'timeout',
      message: `The decoder stopped answering after ${seconds} s; ${count} could not be read.`,
    };
  }
  return { code: 'corrupt', message: `The file is damaged: ${count} could not be decoded and were left out.` };
}

import { ALL_FORMATS, BlobSource, HLS, Input, type InputVideoTrack, MPEG_TS, VideoSampleSink } from 'mediabunny';
import type { Notice } from '../domain/clip.ts';
import { STALL_SECONDS } from './budget.ts';
import { codecName } from './codec-name.ts';
import { decodePlanned } from './decode-planned.ts';
import { endsEarly } from './file-end.ts';
import type { DecodedFrame, FrameSource, ProbedClip } from './frame-source.ts';
import { closeLastCluster } from './matroska-end.ts';
import type { FramePlan } from './plan-frames.ts';
import { endsEarlyNotice, severalTracks } from './probe-notices.ts';
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
  if (missingFrames > 0 || cutOff) notices.push(endsEarlyNotice(missingFrames, clip.frameCount));
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
  if (videoTracks > 1) notices.push(severalTracks(videoTracks, 'main'));
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

  decode(plan: FramePlan, report: (notice: Notice) => void): AsyncGenerator<DecodedFrame, void, undefined> {
    return decodePlanned(new VideoSampleSink(this.#track), this, plan, report);
  }

  close(): void {
    this.#input.dispose();
  }
}

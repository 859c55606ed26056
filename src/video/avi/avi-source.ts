import type { Notice } from '../../domain/clip.ts';
import { STALL_SECONDS } from '../budget.ts';
import { decodePlanned } from '../decode-planned.ts';
import { endsEarly } from '../file-end.ts';
import type { DecodedFrame, FrameSource, ProbedClip } from '../frame-source.ts';
import type { FramePlan } from '../plan-frames.ts';
import { endsEarlyNotice, severalTracks } from '../probe-notices.ts';
import { meanFrameRate, type Timeline } from '../timeline.ts';
import { corruptFile, noFrames, noVideoTrack, truncatedFile, unsupportedCodec } from '../video-errors.ts';
import { withinSeconds } from '../watchdog.ts';
import { findChunks } from './avi-chunks.ts';
import { type AviCodec, aviCodec } from './avi-codec.ts';
import { readStreams } from './avi-header.ts';
import { readLayout } from './avi-layout.ts';
import { AviSamples } from './avi-samples.ts';
import { type BitmapFormat, readBitmapFormat } from './bitmap-format.ts';
import { frameBits, LOOKED_AT_BYTES } from './frame-bits.ts';
import type { FoundChunks, FrameChunk } from './frame-chunk.ts';
import { jpegFrame } from './jpeg-frame.ts';
import { type PictureDecoder, readPicture } from './picture-decoder.ts';
import { type AviPicture, listPictures, type PictureList } from './pictures.ts';
import { rawFrame } from './raw-frame.ts';
import { SingleDecoder } from './single-decoder.ts';
import { StreamDecoder } from './stream-decoder.ts';
import { type StreamSetup, streamSetup } from './stream-setup.ts';

/** Opens AVI files: Motion JPEG, H.264, VP8, VP9, AV1 and uncompressed pictures. */
export async function openAvi(file: Blob): Promise<FrameSource> {
  return withinSeconds(probe(file, await endsEarly(file)), 2 * STALL_SECONDS, 'Reading this file');
}

async function probe(file: Blob, cutOff: boolean): Promise<FrameSource> {
  const layout = await readLayout(file);
  if (layout.header && layout.header.end > file.size) throw truncatedFile();
  const streams = layout.header ? await readStreams(file, layout.header) : [];
  if (streams.length === 0) throw cutOff ? truncatedFile() : corruptFile();
  const hasAudio = streams.some(({ type }) => type === 'auds');
  const videos = streams.filter(({ type }) => type === 'vids');
  const [stream] = videos;
  if (!stream) {
    // Digital video with its sound in one stream.
    if (streams.some(({ type }) => type === 'iavs')) throw unsupportedCodec('DV');
    throw noVideoTrack(hasAudio);
  }
  const format = readBitmapFormat(stream.format);
  if (!format || stream.frameSeconds <= 0) throw cutOff ? truncatedFile() : corruptFile();
  const codec = aviCodec(format, stream.handler);
  if (codec.kind === 'foreign') throw unsupportedCodec(codec.name);
  const found = await findChunks(file, layout, stream);
  const first = found.chunks.find(({ size }) => size > 0);
  if (!first) throw cutOff || stream.length > 0 ? truncatedFile() : noFrames();
  const setup = await checkedSetup(file, codec, format, first);
  const list = await picturesOf(file, codec, found.chunks, setup);
  const timeline = timelineOf(list, stream.frameSeconds, found.complete);
  const clip: ProbedClip = {
    container: 'AVI',
    codec: codec.name,
    codecString: setup?.codecString ?? null,
    width: stream.aspect ? Math.round(format.height * stream.aspect) : format.width,
    height: format.height,
    rotationDegrees: 0,
    durationSeconds: timeline.endSeconds,
    frameRate: meanFrameRate(timeline),
    frameCount: timeline.times.length,
    frameCountExact: timeline.exact,
    variableFrameRate: false,
    hasAlpha: false,
    hasAudio,
  };
  const missing = Math.max(0, stream.length - clip.frameCount);
  const notices = probeNotices(found, cutOff, missing, clip.frameCount);
  if (videos.length > 1) notices.push(severalTracks(videos.length, 'first'));
  const decoder = decoderOf(file, codec, format, list.pictures, setup);
  return new AviSource({ clip, timeline, notices, samples: new AviSamples(list, decoder, stream.frameSeconds) });
}

/** Null for codecs that need no video decoder. */
async function checkedSetup(
  file: Blob,
  codec: AviCodec,
  format: BitmapFormat,
  first: FrameChunk,
): Promise<StreamSetup | null> {
  if (codec.kind !== 'stream') return null;
  const setup = streamSetup(codec.codec, format, await readPicture(file, first));
  const supported =
    typeof VideoDecoder !== 'undefined' && (await VideoDecoder.isConfigSupported(setup.config)).supported;
  if (!supported) throw unsupportedCodec(codec.name);
  return setup;
}

function picturesOf(
  file: Blob,
  codec: AviCodec,
  chunks: readonly FrameChunk[],
  setup: StreamSetup | null,
): Promise<PictureList> {
  if (codec.kind !== 'stream') return listPictures(chunks, null, false);
  const look = async ({ start, size }: FrameChunk) => {
    const head = await readPicture(file, { start, size: Math.min(size, LOOKED_AT_BYTES[codec.codec]) });
    return frameBits(codec.codec, head, setup?.lengthPrefix ?? null);
  };
  return listPictures(chunks, look, codec.codec === 'vp8');
}

function decoderOf(
  file: Blob,
  codec: AviCodec,
  format: BitmapFormat,
  pictures: readonly AviPicture[],
  setup: StreamSetup | null,
): PictureDecoder {
  if (setup) return new StreamDecoder(file, pictures, setup);
  if (codec.kind === 'raw') return new SingleDecoder(file, pictures, (data) => rawFrame(data, codec.layout, format));
  return new SingleDecoder(file, pictures, jpegFrame);
}

function timelineOf({ pictures, atSlot }: PictureList, frameSeconds: number, complete: boolean): Timeline {
  return {
    times: atSlot.map((_, slot) => slot * frameSeconds),
    endSeconds: atSlot.length * frameSeconds,
    keyFrames: atSlot.flatMap((index, slot) => (pictures[index]?.key && pictures[index].slot === slot ? [slot] : [])),
    exact: complete,
  };
}

function probeNotices(found: FoundChunks, cutOff: boolean, missing: number, present: number): Notice[] {
  if (!found.complete) {
    const message = `The file has no index and is too large to be searched; only its first ${present} frames are looked at.`;
    return [{ code: 'partly_searched', message }];
  }
  if (cutOff || found.cut) return [endsEarlyNotice(missing, present)];
  if (!found.damaged) return [];
  return [{ code: 'corrupt', message: 'The file is damaged; parts that could not be read were left out.' }];
}

class AviSource implements FrameSource {
  readonly clip: ProbedClip;
  readonly notices: readonly Notice[];
  readonly timeline: Timeline;
  readonly originSeconds = 0;
  readonly framePixels: number;
  readonly #samples: AviSamples;

  constructor(probed: Pick<FrameSource, 'clip' | 'notices' | 'timeline'> & { samples: AviSamples }) {
    this.clip = probed.clip;
    this.notices = probed.notices;
    this.timeline = probed.timeline;
    this.framePixels = probed.clip.width * probed.clip.height;
    this.#samples = probed.samples;
  }

  decode(plan: FramePlan, report: (notice: Notice) => void): AsyncGenerator<DecodedFrame, void, undefined> {
    return decodePlanned(this.#samples, this, plan, report);
  }

  /** Nothing is held between two passes. */
  close(): void {}
}

import { EncodedPacketSink, type InputVideoTrack } from 'mediabunny';
import { SCAN_SECONDS } from './budget.ts';
import { buildTimeline, extrapolate, type FrameTiming, type Timeline } from './timeline.ts';
import { isVp8Shown } from './vp8-vp9-bits.ts';

export interface ScannedTrack {
  timeline: Timeline;
  /** Frames that the file's index announces but that lie behind the end of the file, or cannot be read. */
  missingFrames: number;
}

/**
 * Finds the times of all frames from the packets' metadata. After a few seconds it stops and estimates the rest: files
 * without an index must be read whole for it. Frames whose data is not in the file are left out.
 *
 * @param cutOff - Whether the file is known to end early.
 */
export async function scanTrack(track: InputVideoTrack, cutOff: boolean): Promise<ScannedTrack> {
  const sink = new EncodedPacketSink(track);
  // Only its packets say whether a VP8 frame is shown.
  const isShown = (await track.getCodec()) === 'vp8' ? isVp8Shown : null;
  const announced = await collect(sink, isShown === null, isShown);
  const timeline = buildTimeline(announced.timings);
  if (!announced.complete) {
    const endSeconds = (await track.getDurationFromMetadata()) ?? (await track.computeDuration());
    return { timeline: extrapolate(timeline, endSeconds), missingFrames: 0 };
  }
  if (!cutOff && (await lastPacketIsThere(sink))) return { timeline, missingFrames: 0 };
  const present = await collect(sink, false, isShown);
  // Too large to be read whole: what is missing will show when it is decoded.
  if (!present.complete) return { timeline, missingFrames: 0 };
  const readable = buildTimeline(present.timings);
  return { timeline: readable, missingFrames: timeline.times.length - readable.times.length };
}

/** Reads packets in the order of the file until the end, the deadline or the first that cannot be read. */
async function collect(
  sink: EncodedPacketSink,
  metadataOnly: boolean,
  isShown: ((data: Uint8Array) => boolean) | null,
) {
  const deadline = performance.now() + SCAN_SECONDS * 1000;
  const timings: FrameTiming[] = [];
  try {
    for await (const packet of sink.packets(undefined, undefined, { metadataOnly })) {
      if (isShown && !isShown(packet.data)) continue;
      timings.push({ timeSeconds: packet.timestamp, durationSeconds: packet.duration, key: packet.type === 'key' });
      if (performance.now() > deadline) return { timings, complete: false };
    }
  } catch {
    // What was found up to here can still be decoded.
  }
  return { timings, complete: true };
}

async function lastPacketIsThere(sink: EncodedPacketSink): Promise<boolean> {
  try {
    return (await sink.getPacket(Number.POSITIVE_INFINITY)) !== null;
  } catch {
    return false;
  }
}

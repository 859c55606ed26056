import { EncodedPacketSink, type InputVideoTrack } from 'mediabunny';
import { SCAN_SECONDS } from './budget.ts';
import { buildTimeline, extrapolate, type FrameTiming, type Timeline } from './timeline.ts';

export interface ScannedTrack {
  timeline: Timeline;
  /** Whether the scan hit something unreadable: the frames after it are unknown. */
  broken: boolean;
}

/**
 * Reads the times of all frames from the packets' metadata. After a few seconds it stops and estimates the rest: files
 * without an index must be read whole for it.
 */
export async function scanTrack(track: InputVideoTrack): Promise<ScannedTrack> {
  const deadline = performance.now() + SCAN_SECONDS * 1000;
  const timings: FrameTiming[] = [];
  let broken = false;
  let complete = true;
  try {
    const packets = new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true });
    for await (const packet of packets) {
      timings.push({ timeSeconds: packet.timestamp, durationSeconds: packet.duration, key: packet.type === 'key' });
      if (performance.now() > deadline) {
        complete = false;
        break;
      }
    }
  } catch {
    // What was found up to here can still be decoded.
    broken = true;
  }
  const timeline = buildTimeline(timings);
  if (complete) return { timeline, broken };
  const duration = await track.getDurationFromMetadata();
  return { timeline: extrapolate(timeline, duration ?? timeline.endSeconds), broken };
}

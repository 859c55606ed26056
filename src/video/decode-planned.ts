import type { Notice } from '../domain/clip.ts';
import { LoupeError } from '../domain/error.ts';
import type { DecodedFrame, FrameSource } from './frame-source.ts';
import type { FramePlan } from './plan-frames.ts';
import { PlannedSamples, type SampleStream } from './planned-samples.ts';
import { corruptFile, unsupportedCodec } from './video-errors.ts';

/** The planned frames of a track, as `FrameSource.decode` promises them. */
export async function* decodePlanned(
  stream: SampleStream,
  source: Pick<FrameSource, 'clip' | 'timeline' | 'framePixels'>,
  plan: FramePlan,
  report: (notice: Notice) => void,
): AsyncGenerator<DecodedFrame, void, undefined> {
  const samples = new PlannedSamples(stream, source.timeline, plan, source.framePixels);
  yield* samples.decode();
  if (samples.delivered === 0) throw nothingDecoded(samples.failure, source.clip.codec);
  const lost = plan.frames.length - samples.delivered;
  if (lost > 0) report(lostFrames(lost, plan.frames.length, samples));
}

function nothingDecoded(failure: unknown, codec: string): LoupeError {
  if (failure instanceof LoupeError) return failure;
  if (failure instanceof DOMException && failure.name === 'NotSupportedError') return unsupportedCodec(codec);
  return corruptFile(failure);
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

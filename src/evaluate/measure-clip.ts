import { transfer } from 'comlink';
import type { DecodeApi } from '../../workers/decode.ts';
import type { SignalsApi } from '../../workers/signals.ts';
import type { Notice } from '../domain/clip.ts';
import { LoupeError } from '../domain/error.ts';
import { type AnalysisFrame, pixelBuffers, type Still } from '../domain/frame.ts';
import type { Report } from '../domain/report.ts';
import type { SignalSeries } from '../domain/signal.ts';
import type { WorkerClient } from '../worker-client/worker-client.ts';
import { aborted } from './deadline.ts';
import type { EvaluationOptions } from './evaluation.ts';

/** How often the signals so far are shown. */
const PREVIEW_SECONDS = 0.75;

export interface MeasuredClip {
  signals: SignalSeries[];
  stills: Still[];
  frames: Report['frames'];
  notices: Notice[];
  stoppedEarly: boolean;
}

/**
 * Decodes the planned frames once and measures them as they come: while one batch is measured in one worker, the next is
 * decoded in the other. An abort after the first frames stops here with what there is; before that it throws `cancelled`.
 */
export async function measureClip(
  decoder: WorkerClient<DecodeApi>,
  meter: WorkerClient<SignalsApi>,
  total: number,
  { signal, onEvent }: EvaluationOptions,
): Promise<MeasuredClip> {
  // The workers must outlive an abort: what they hold is still needed for the report.
  const untilDone = new AbortController().signal;
  const stop = aborted(signal);
  const result: MeasuredClip = {
    signals: [],
    stills: [],
    frames: { timesSeconds: [], indices: [], runs: [] },
    notices: [],
    stoppedEarly: false,
  };
  const start = performance.now();
  let lastPreview = start;
  let lastRun = -1;
  // A decoder that dies after some frames leaves a report over those; before the first it has failed.
  const salvage = (reason: unknown) => {
    const error = LoupeError.from(reason);
    if (result.frames.indices.length === 0) throw error;
    result.notices.push({ code: error.code, message: `Decoding stopped early. ${error.message}` });
    return null;
  };
  const fetchNext = () => decoder.call((remote) => remote.next(), untilDone);
  try {
    let upcoming = fetchNext();
    for (;;) {
      const batch = await Promise.race([upcoming.catch(salvage), stop.promise]);
      if (batch === 'aborted') {
        upcoming.catch(() => undefined);
        result.stoppedEarly = true;
        break;
      }
      if (batch === null) break;
      upcoming = fetchNext();
      // Looked at in the next turn of the loop; until then a failure must not count as unhandled.
      upcoming.catch(() => undefined);
      result.notices.push(...batch.notices);
      for (const frame of batch.frames) {
        lastRun = noteFrame(result.frames, frame, lastRun);
      }
      if (batch.stills.length > 0) {
        result.stills.push(...batch.stills);
        onEvent({ type: 'stills', stills: batch.stills });
      }
      await meter.call((remote) => remote.push(transfer(batch.frames, pixelBuffers(batch.frames))), untilDone);
      const now = performance.now();
      const done = result.frames.indices.length;
      const remainingSeconds = done === 0 ? null : ((now - start) / 1000 / done) * Math.max(0, total - done);
      onEvent({ type: 'progress', progress: { stage: 'frames', done, total }, remainingSeconds });
      if (now - lastPreview > PREVIEW_SECONDS * 1000) {
        lastPreview = now;
        onEvent({ type: 'signals', signals: await meter.call((remote) => remote.series(), untilDone) });
      }
    }
  } finally {
    stop.dispose();
  }
  if (result.frames.indices.length === 0) {
    signal.throwIfAborted();
    throw new LoupeError(
      'no_frames',
      'No frame of this clip could be decoded.',
      'Convert it to H.264 in MP4 and try again.',
    );
  }
  result.signals = await meter.call((remote) => remote.series(), untilDone);
  onEvent({ type: 'signals', signals: result.signals });
  return result;
}

/** Adds a frame to the record of what was looked at; returns its run. */
function noteFrame(record: Report['frames'], frame: AnalysisFrame, lastRun: number): number {
  record.indices.push(frame.index);
  record.timesSeconds.push(Math.round(frame.timeSeconds * 1e6) / 1e6);
  const run = record.runs.at(-1);
  if (run === undefined || frame.run !== lastRun) record.runs.push([frame.index, frame.index]);
  else run[1] = frame.index;
  return frame.run;
}

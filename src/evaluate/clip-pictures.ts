import type { DecodeApi } from '../../workers/decode.ts';
import { cancelled } from '../domain/error.ts';
import type { Picture, PictureRequest } from '../domain/frame.ts';
import type { Evidence } from '../judges/judge.ts';
import type { WorkerClient } from '../worker-client/worker-client.ts';
import { unlessAborted } from './deadline.ts';

/**
 * Pictures for the judges from the worker that has measured the clip. Calls wait for one another, as each holds a decoder
 * and many pixels. An abort ends only the wait: the worker is still needed for the report.
 */
export function clipPictures(decoder: Pick<WorkerClient<DecodeApi>, 'call'>): Evidence['pictures'] {
  const untilDone = new AbortController().signal;
  let before: Promise<unknown> = Promise.resolve();
  return (requests: readonly PictureRequest[], signal: AbortSignal): Promise<Picture[]> => {
    const drawn = before.then(() => {
      if (signal.aborted) throw cancelled();
      return decoder.call((remote) => remote.pictures(requests), untilDone);
    });
    before = drawn.catch(() => undefined);
    return unlessAborted(drawn, signal);
  };
}

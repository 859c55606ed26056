import { type Remote, wrap } from 'comlink';
import { EarlyEnd } from '../domain/early-end.ts';
import { cancelled, LoupeError } from '../domain/error.ts';
import { carryErrorsWhole, restoreError } from './error-transfer.ts';
import { watchLifeline } from './lifeline.ts';

carryErrorsWhole();

/**
 * One worker behind Comlink, with what Comlink lacks: a call ends with a coded error when the worker dies or the signal
 * aborts, instead of waiting for ever. Either ends the worker, because a worker in the middle of a step cannot be told to
 * stop; the client is then spent.
 */
export class WorkerClient<Api extends object> {
  readonly #worker: Worker;
  readonly #remote: Remote<Api>;
  readonly #ended = new EarlyEnd();
  readonly #watched: Promise<void>;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#remote = wrap<Api>(worker);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#end(crashed(event.message ? `: ${event.message}` : ' or could not be started.'));
    });
    this.#watched = watchLifeline(worker, () => this.#end(crashed('.')));
  }

  /**
   * Runs one or more calls on the worker.
   * @throws LoupeError what the call threw, `cancelled` on abort, `worker_crashed` when the worker died
   */
  async call<T>(task: (remote: Remote<Api>) => Promise<T>, signal: AbortSignal): Promise<T> {
    const abort = () => this.#end(cancelled());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    try {
      // A worker that is gone answers nothing: the task is not even begun.
      await this.#ended.wait(this.#watched);
      return await this.#ended.wait(task(this.#remote));
    } catch (reason) {
      throw restoreError(reason);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Whether calls can still be made. */
  get alive(): boolean {
    return this.#ended.failure === null;
  }

  /** Ends the worker and frees its memory. Calls still under way reject with `cancelled`. */
  terminate(): void {
    this.#end(cancelled());
  }

  #end(failure: LoupeError): void {
    if (this.#ended.failure !== null) return;
    this.#worker.terminate();
    this.#ended.end(failure);
  }
}

function crashed(how: string): LoupeError {
  return new LoupeError(
    'worker_crashed',
    `A background worker stopped${how}`,
    'Try again; if the clip is very large, close other tabs first.',
  );
}

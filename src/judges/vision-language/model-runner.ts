import { proxy } from 'comlink';
import { cancelled, LoupeError } from '../../domain/error.ts';
import type { ModelRun, Rung } from '../../domain/reasoning.ts';
import { fetchKnownAnswers } from '../../models/find-models.ts';
import { type FoundModel, filesToLoad } from '../../models/found-model.ts';
import { DTYPES } from '../../models/session-files.ts';
import type { WorkerClient } from '../../worker-client/worker-client.ts';
import type { JudgeEvent } from '../judge.ts';
import type { FrameLayout, JudgeApi, LoadedModel } from './judge-api.ts';

/** A worker with the model in memory, checked. */
export interface LoadedWorker {
  client: WorkerClient<JudgeApi>;
  rung: Rung;
  loaded: LoadedModel;
  layout: FrameLayout;
}

export interface RunnerParts {
  model: FoundModel;
  /** Ways to run it, best first. */
  rungs: readonly Rung[];
  clip: { width: number; height: number };
  startWorker: () => WorkerClient<JudgeApi>;
  onEvent: (event: JudgeEvent) => void;
}

/**
 * Runs a model on the best rung that works. A rung that fails, at loading or later, is given up for good, with its worker; the task
 * then starts anew on the next one, so it must remember itself what it has done.
 */
export class ModelRunner {
  readonly abandoned: ModelRun['abandoned'] = [];
  readonly #parts: RunnerParts;
  readonly #rungs: Rung[];
  #worker: LoadedWorker | null = null;
  #starting: WorkerClient<JudgeApi> | null = null;
  #lastFailure: LoupeError | null = null;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#rungs = [...parts.rungs];
  }

  /** The worker in use or used last; null when none was ever loaded. */
  get worker(): LoadedWorker | null {
    return this.#worker;
  }

  /** @throws LoupeError `cancelled` on abort, else what the last rung failed with */
  async run<T>(task: (worker: LoadedWorker) => Promise<T>, signal: AbortSignal): Promise<T> {
    for (;;) {
      const rung = this.#rungs[0];
      if (rung === undefined) throw this.#exhausted();
      try {
        this.#starting ??= this.#parts.startWorker();
        if (this.#worker?.client !== this.#starting) this.#worker = await this.#load(this.#starting, rung, signal);
        return await task(this.#worker);
      } catch (reason) {
        const error = LoupeError.from(reason);
        if (signal.aborted || error.code === 'cancelled') throw cancelled();
        this.#abandon(rung, error);
      }
    }
  }

  /** Ends the worker, which is the only way to get the model's memory back. */
  close(): void {
    this.#starting?.terminate();
    this.#starting = null;
  }

  #abandon(rung: Rung, error: LoupeError): void {
    this.close();
    this.#rungs.shift();
    this.#lastFailure = error;
    this.abandoned.push({ rung, code: error.code, message: error.message });
    this.#parts.onEvent({ type: 'abandoned', rung, error: error.toData() });
  }

  async #load(client: WorkerClient<JudgeApi>, rung: Rung, signal: AbortSignal): Promise<LoadedWorker> {
    const { model, clip, onEvent } = this.#parts;
    const dtype = DTYPES.find((known) => known === rung.dtype);
    if (dtype === undefined) throw new LoupeError('internal', `There is no precision “${rung.dtype}”.`);
    const totalBytes = filesToLoad(model, dtype).reduce((sum, { bytes }) => sum + bytes, 0);
    onEvent({ type: 'loading', rung, loadedBytes: 0, totalBytes });
    const request = {
      baseUrl: model.baseUrl,
      folder: model.folder,
      rung,
      sha256: model.card.sha256,
      knownAnswers: await fetchKnownAnswers(model, dtype, signal),
    };
    const onProgress = proxy(({ stage, loadedBytes }: { stage: 'loading' | 'checking'; loadedBytes: number }) =>
      onEvent(stage === 'loading' ? { type: stage, rung, loadedBytes, totalBytes } : { type: stage, rung }),
    );
    const loaded = await client.call((remote) => remote.load(request, onProgress), signal);
    const { width, height } = clip;
    const layout = await client.call((remote) => remote.layout({ width, height }), signal);
    return { client, rung, loaded, layout };
  }

  #exhausted(): LoupeError {
    const last = this.#lastFailure;
    if (last === null)
      return new LoupeError(
        'model_invalid',
        'This browser has no way to run the model.',
        'Choose a smaller model, or use a recent Chrome or Edge.',
      );
    return new LoupeError(
      last.code,
      `The model could not be run on this machine. ${last.message}`,
      'Choose another judge, or get the model again.',
      { cause: last },
    );
  }
}

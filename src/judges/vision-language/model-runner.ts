import { proxy } from 'comlink';
import { cancelled, LoupeError } from '../../domain/error.ts';
import type { ModelRun, ReasoningSettings, Rung } from '../../domain/reasoning.ts';
import { fetchKnownAnswers } from '../../models/find-models.ts';
import { type FoundModel, filesToLoad } from '../../models/found-model.ts';
import { DTYPES } from '../../models/session-files.ts';
import type { WorkerClient } from '../../worker-client/worker-client.ts';
import type { JudgeEvent } from '../judge.ts';
import type { FrameLayout, JudgeApi, LoadedModel } from './judge-api.ts';
import { isSameRung, type KeptModel } from './kept-model.ts';

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
  /** Leaves the ways of one device alone. */
  device: ReasoningSettings['device'];
  clip: { width: number; height: number };
  startWorker: () => WorkerClient<JudgeApi>;
  kept: KeptModel;
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
  /** The model as the clip before left it, until this one has begun with it. */
  #spare: Omit<LoadedWorker, 'layout'> | null = null;
  #starting: WorkerClient<JudgeApi> | null = null;
  #lastFailure: LoupeError | null = null;
  #tasks = 0;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    const { rungs, device } = parts;
    this.#rungs = rungs.filter((rung) => device === 'best' || rung.device === device);
  }

  /** The worker in use or used last; null when none was ever loaded. */
  get worker(): LoadedWorker | null {
    return this.#worker;
  }

  /** @throws LoupeError `cancelled` on abort, else what the last rung failed with */
  async run<T>(task: (worker: LoadedWorker) => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#starting === null && this.#worker === null) this.#takeSpare();
    for (;;) {
      const rung = this.#rungs[0];
      if (rung === undefined) throw this.#exhausted();
      this.#tasks++;
      try {
        return await task(await this.#ready(rung, signal));
      } catch (reason) {
        const error = LoupeError.from(reason);
        if (signal.aborted || error.code === 'cancelled') throw cancelled();
        // A GPU may have been lost while the model waited for this clip: that says nothing against the rung.
        if (this.#spare !== null && this.#spare.client === this.#starting) this.#end();
        else this.#abandon(rung, error);
      } finally {
        this.#tasks--;
      }
    }
  }

  /** Hands the model on to the next clip, or ends its worker, where something is still under way or went wrong. */
  close(): void {
    const worker = this.#worker;
    if (worker === null || worker.client !== this.#starting || this.#tasks > 0 || !worker.client.alive) {
      this.#end();
      return;
    }
    this.#starting = null;
    this.#parts.kept.keep(this.#parts.model, { worker, abandoned: this.abandoned });
  }

  /** Ending the worker is the only way to get the model's memory back. */
  #end(): void {
    this.#starting?.terminate();
    this.#starting = null;
  }

  async #ready(rung: Rung, signal: AbortSignal): Promise<LoadedWorker> {
    this.#starting ??= this.#parts.startWorker();
    const client = this.#starting;
    if (this.#worker?.client === client) return this.#worker;
    const loaded = this.#spare?.client === client ? this.#spare : await this.#load(client, rung, signal);
    const { width, height } = this.#parts.clip;
    const layout = await client.call((remote) => remote.layout({ width, height }), signal);
    this.#worker = { ...loaded, layout };
    return this.#worker;
  }

  /** Goes on with the model as the clip before left it, on the rung that it runs on. */
  #takeSpare(): void {
    const spare = this.#parts.kept.take(this.#parts.model, this.#rungs);
    if (spare === null) return;
    const { worker, abandoned } = spare;
    this.#spare = worker;
    this.#starting = worker.client;
    this.abandoned.push(...abandoned);
    this.#rungs.splice(
      0,
      this.#rungs.findIndex((rung) => isSameRung(rung, worker.rung)),
    );
  }

  #abandon(rung: Rung, error: LoupeError): void {
    this.#end();
    this.#rungs.shift();
    this.#lastFailure = error;
    this.abandoned.push({ rung, code: error.code, message: error.message });
    this.#parts.onEvent({ type: 'abandoned', rung, error: error.toData() });
  }

  async #load(client: WorkerClient<JudgeApi>, rung: Rung, signal: AbortSignal): Promise<Omit<LoadedWorker, 'layout'>> {
    const { model, onEvent } = this.#parts;
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
    return { client, rung, loaded };
  }

  #exhausted(): LoupeError {
    const last = this.#lastFailure;
    const { device } = this.#parts;
    if (last === null && device !== 'best')
      return new LoupeError(
        'model_missing',
        `The model cannot be run on the ${device === 'webgpu' ? 'GPU' : 'processor'} here.`,
        'Let it run where it is fastest.',
      );
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

import type { ModelRun, Rung } from '../../domain/reasoning.ts';
import type { FoundModel } from '../../models/found-model.ts';
import type { LoadedWorker } from './model-runner.ts';

/** A model in memory that a clip is done with, and the ways to run it that had failed before this one. */
export interface SpareModel {
  worker: LoadedWorker;
  abandoned: ModelRun['abandoned'];
}

/** Takes of one prompt are judged one after the other; gigabytes are not held for longer than it takes to drop the next clip. */
const KEPT_MILLISECONDS = 60_000;

/**
 * Keeps the model of the last clip for a while, so that the next one need not load and check it again, which takes longer than judging
 * by it. One at most: two may not fit into memory.
 */
export class KeptModel {
  readonly #milliseconds: number;
  #kept: (SpareModel & { key: string; timer: ReturnType<typeof setTimeout> }) | null = null;

  constructor(milliseconds: number = KEPT_MILLISECONDS) {
    this.#milliseconds = milliseconds;
  }

  /** Takes over a worker that no call is under way on. */
  keep(model: FoundModel, spare: SpareModel): void {
    this.#end();
    const timer = setTimeout(() => this.#end(), this.#milliseconds);
    this.#kept = { ...spare, key: keyOf(model), timer };
  }

  /**
   * Hands over the worker of this model, where it runs in one of these ways; null where there is none. Any other is ended, before
   * this one is loaded.
   */
  take(model: FoundModel, rungs: readonly Rung[]): SpareModel | null {
    const kept = this.#kept;
    const fits =
      kept?.key === keyOf(model) &&
      kept.worker.client.alive &&
      rungs.some((rung) => isSameRung(rung, kept.worker.rung));
    if (!fits) {
      this.#end();
      return null;
    }
    clearTimeout(kept.timer);
    this.#kept = null;
    return { worker: kept.worker, abandoned: kept.abandoned };
  }

  #end(): void {
    if (this.#kept === null) return;
    clearTimeout(this.#kept.timer);
    this.#kept.worker.client.terminate();
    this.#kept = null;
  }
}

export function isSameRung(a: Rung, b: Rung): boolean {
  return a.device === b.device && a.dtype === b.dtype;
}

/** A folder whose files were replaced since is another model. */
function keyOf({ baseUrl, folder, card }: FoundModel): string {
  return JSON.stringify([baseUrl, folder, card.sha256]);
}

/**
 * Something that can end every wait at once: a worker that died, a device that was lost. A race against a promise that lives as long
 * as that would keep the result of every wait in memory; here a wait that is over leaves nothing behind.
 */
export class EarlyEnd {
  #failure: Error | null = null;
  readonly #waiting = new Set<(failure: Error) => void>();

  /** Why everything ended; null while it has not. */
  get failure(): Error | null {
    return this.#failure;
  }

  /** Rejects all waits, now and later. Only the first call counts. */
  end(failure: Error): void {
    if (this.#failure !== null) return;
    this.#failure = failure;
    for (const reject of this.#waiting) reject(failure);
    this.#waiting.clear();
  }

  /** What comes of the work, unless everything ends before it. */
  wait<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      // Work that fails after the end has nobody left to hear of it.
      if (this.#failure !== null) {
        work.catch(() => undefined);
        reject(this.#failure);
        return;
      }
      this.#waiting.add(reject);
      const over = () => this.#waiting.delete(reject);
      work.then(
        (result) => {
          over();
          resolve(result);
        },
        (reason: unknown) => {
          over();
          reject(reason);
        },
      );
    });
  }
}

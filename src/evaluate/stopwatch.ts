/** Wall-clock time of each stage of a run, in seconds. */
export class Stopwatch {
  readonly timingsSeconds: Record<string, number> = {};

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      const seconds = (performance.now() - start) / 1000;
      this.timingsSeconds[stage] = Math.round(((this.timingsSeconds[stage] ?? 0) + seconds) * 1000) / 1000;
    }
  }
}

/** Wall-clock milliseconds of a piece of work. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Median of an odd number of repetitions of two pieces of work, taken in turn so that both meet the same machine. */
export async function mediansOf(
  repetitions: number,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    times[0].push(await timeOf(first));
    times[1].push(await timeOf(second));
  }
  return [median(times[0]), median(times[1])];
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

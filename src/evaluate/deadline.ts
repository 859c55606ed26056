import { cancelled } from '../domain/error.ts';

/** The promise's value, or `fallback` when it takes longer than `seconds` or fails. */
export function within<T>(seconds: number, promise: Promise<T>, fallback: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fallback), seconds * 1000);
    promise.then(resolve, () => resolve(fallback)).finally(() => clearTimeout(timer));
  });
}

/** Resolves when the signal aborts; `dispose` stops listening. */
export function aborted(signal: AbortSignal): { promise: Promise<'aborted'>; dispose: () => void } {
  let listener = (): void => undefined;
  const promise = new Promise<'aborted'>((resolve) => {
    listener = () => resolve('aborted');
  });
  if (signal.aborted) listener();
  signal.addEventListener('abort', listener, { once: true });
  return { promise, dispose: () => signal.removeEventListener('abort', listener) };
}

/**
 * The promise's value, unless the signal aborts first. The work itself goes on.
 * @throws LoupeError `cancelled` on abort
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // Nobody may be left to hear how it ends.
  work.catch(() => undefined);
  const stop = aborted(signal);
  const stopped = stop.promise.then((): never => {
    throw cancelled();
  });
  try {
    return await Promise.race([stopped, work]);
  } finally {
    stop.dispose();
  }
}

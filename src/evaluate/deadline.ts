/** The promise's value, or `fallback` when it takes longer than `seconds` or fails. */
export function within<T>(seconds: number, promise: Promise<T>, fallback: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fallback), seconds * 1000);
    promise.then(resolve, () => resolve(fallback)).finally(() => clearTimeout(timer));
  });
}

/** Resolves when the signal aborts; `dispose` stops listening. */
export function aborted(signal: AbortSignal): { promise: Promise<'aborted'>; dispose: () => void } {
  const { promise, resolve } = Promise.withResolvers<'aborted'>();
  const listener = () => resolve('aborted');
  if (signal.aborted) listener();
  signal.addEventListener('abort', listener, { once: true });
  return { promise, dispose: () => signal.removeEventListener('abort', listener) };
}

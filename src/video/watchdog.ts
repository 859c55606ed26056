import { LoupeError } from '../domain/error.ts';

/**
 * The promise, or a `timeout` error when it has not settled in time. The work behind it is not stopped: the caller
 * closes what it waits for.
 */
export async function withinSeconds<T>(promise: Promise<T>, seconds: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new LoupeError(
          'timeout',
          `${what} gave no answer for ${Math.round(seconds)} seconds.`,
          'The file may be damaged, or the browser short of memory: close other tabs and try again, or convert the clip to H.264 in MP4.',
        ),
      );
    }, seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined);
  }
}

/**
 * A worker that dies without an error event (killed, or closed from within) tells nobody. It therefore holds a lock as long as
 * it lives; the window waits for that lock and gets it the moment the worker is gone, however busy it was.
 */

interface LifelineMessage {
  lifeline: 'hold' | 'held';
  name: string;
}

/** In the worker: holds the lock that the window names. */
export function holdLifeline(): void {
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isLifeline(data) || data.lifeline !== 'hold') return;
    void navigator.locks?.request(data.name, () => {
      const message: LifelineMessage = { lifeline: 'held', name: data.name };
      postMessage(message);
      return new Promise(() => undefined);
    });
  });
}

/**
 * In the window: calls back once when the worker has died. Resolves when the watch holds, before which a death would go unnoticed;
 * without locks (an insecure origin) it resolves at once and watches nothing.
 */
export function watchLifeline(worker: Worker, onDeath: () => void): Promise<void> {
  if (navigator.locks === undefined) return Promise.resolve();
  const message: LifelineMessage = { lifeline: 'hold', name: `loupe-worker-${crypto.randomUUID()}` };
  return new Promise((resolve) => {
    const listener = ({ data }: MessageEvent<unknown>) => {
      if (!isLifeline(data) || data.lifeline !== 'held') return;
      worker.removeEventListener('message', listener);
      void navigator.locks.request(message.name, onDeath);
      resolve();
    };
    worker.addEventListener('message', listener);
    worker.postMessage(message);
  });
}

function isLifeline(data: unknown): data is LifelineMessage {
  return typeof data === 'object' && data !== null && 'lifeline' in data && 'name' in data;
}

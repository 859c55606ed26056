import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkerClient } from '../../../src/worker-client/worker-client.ts';
import type { FaultyApi } from './faulty-worker.ts';

const forever = new AbortController().signal;
let client: WorkerClient<FaultyApi>;

beforeEach(() => {
  client = new WorkerClient<FaultyApi>(new Worker(new URL('./faulty-worker.ts', import.meta.url), { type: 'module' }));
});
afterEach(() => client.terminate());

describe('WorkerClient', () => {
  it('returns what the worker returns', async () => {
    expect(await client.call((remote) => remote.double(21), forever)).toBe(42);
  });

  it('carries code and remedy of an error across, and stays usable', async () => {
    await expect(client.call((remote) => remote.failCoded(), forever)).rejects.toMatchObject({
      name: 'LoupeError',
      code: 'unsupported_codec',
      message: 'This file uses a codec.',
      remedy: 'Convert it.',
    });
    expect(await client.call((remote) => remote.double(1), forever)).toBe(2);
  });

  it('codes an error nobody coded', async () => {
    await expect(client.call((remote) => remote.failPlain(), forever)).rejects.toMatchObject({ code: 'internal' });
  });

  it('ends a call that hangs as soon as it is aborted, and every later one', async () => {
    const controller = new AbortController();
    const call = client.call((remote) => remote.hang(), controller.signal);
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await expect(client.call((remote) => remote.double(1), forever)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('does not start a call whose signal is aborted already', async () => {
    await expect(client.call((remote) => remote.double(1), AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('rejects the calls under way when the worker dies', async () => {
    await expect(client.call((remote) => remote.die(), forever)).rejects.toMatchObject({
      code: 'worker_crashed',
      message: expect.stringContaining('the worker fell over'),
    });
  });

  it('rejects within two seconds when the worker vanishes without a word', async () => {
    expect(await client.call((remote) => remote.double(1), forever)).toBe(2);
    const start = performance.now();
    await expect(client.call((remote) => remote.vanish(), forever)).rejects.toMatchObject({ code: 'worker_crashed' });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('rejects when a worker in the middle of a long step is killed from outside', async () => {
    const worker = new Worker(new URL('./faulty-worker.ts', import.meta.url), { type: 'module' });
    const killed = new WorkerClient<FaultyApi>(worker);
    await killed.call((remote) => remote.double(1), forever);
    const call = killed.call((remote) => remote.hang(), forever);
    worker.terminate();
    await expect(call).rejects.toMatchObject({ code: 'worker_crashed' });
  });

  it('rejects when the worker cannot be started', async () => {
    const missing = new WorkerClient<FaultyApi>(new Worker('/no-such-worker.js', { type: 'module' }));
    await expect(missing.call((remote) => remote.double(1), forever)).rejects.toMatchObject({ code: 'worker_crashed' });
  });
});

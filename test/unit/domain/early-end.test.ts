import { describe, expect, it } from 'vitest';
import { EarlyEnd } from '../../../src/domain/early-end.ts';

const never = () => new Promise<never>(() => undefined);

describe('EarlyEnd', () => {
  it('passes on what comes of the work', async () => {
    const end = new EarlyEnd();
    expect(await end.wait(Promise.resolve(7))).toBe(7);
    await expect(end.wait(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('ends all waits under way and all later ones with the first failure', async () => {
    const end = new EarlyEnd();
    const waits = [end.wait(never()), end.wait(never())];
    end.end(new Error('gone'));
    end.end(new Error('again'));
    for (const wait of [...waits, end.wait(never()), end.wait(Promise.reject(new Error('late')))])
      await expect(wait).rejects.toThrow('gone');
    expect(end.failure?.message).toBe('gone');
  });
});

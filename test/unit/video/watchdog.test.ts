import { describe, expect, test } from 'vitest';
import { withinSeconds } from '../../../src/video/watchdog.ts';

describe('withinSeconds', () => {
  test('passes on what comes in time', async () => {
    await expect(withinSeconds(Promise.resolve(3), 1, 'The decoder')).resolves.toBe(3);
    await expect(withinSeconds(Promise.reject(new Error('no')), 1, 'The decoder')).rejects.toThrow('no');
  });

  test('gives up with a coded error on what never comes', async () => {
    await expect(withinSeconds(new Promise(() => undefined), 0.01, 'The decoder')).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('The decoder'),
    });
  });
});

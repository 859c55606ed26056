import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelsModule, MODULE_FILE } from '../../../cli/kernels.ts';

// The compiler takes some seconds, and many on a busy machine.
const TIMEOUT_MS = 120_000;

test(
  'the module is what assembly/ compiles to (npm run kernels writes it)',
  async () => {
    // Not toEqual: nobody reads the difference of two such texts.
    expect(readFileSync(MODULE_FILE, 'utf8') === (await kernelsModule())).toBe(true);
  },
  TIMEOUT_MS,
);

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelsModule, MODULE_FILE } from '../../../cli/kernels.ts';

test('the module is what assembly/ compiles to (npm run kernels writes it)', async () => {
  expect(readFileSync(MODULE_FILE, 'utf8') === (await kernelsModule())).toBe(true);
});

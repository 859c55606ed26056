import { expect, it } from 'vitest';
import { describeMachine } from '../../../src/models/machine.ts';

it('describes this machine', async () => {
  const machine = await describeMachine();
  expect(machine.cores).toBe(navigator.hardwareConcurrency);
  expect(machine.isolated).toBe(true);
  // Whole GiB, or a fraction on small machines.
  expect(machine.memoryBytes).toBeGreaterThanOrEqual(2 ** 28);
  if (machine.gpu !== null) expect(machine.gpu.software).toBe(/swiftshader/.test(machine.gpu.name));
});

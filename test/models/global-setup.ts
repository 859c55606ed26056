import { ensureCheckpoint } from './ensure-checkpoint.ts';
import { PRESETS } from './presets.ts';

/** Builds the tiny checkpoints that tests in the browser load, unless they are there. */
export function setup(): void {
  // Object.keys() gives the keys of the object it is given, which is a plain literal.
  const presets = Object.keys(PRESETS) as (keyof typeof PRESETS)[];
  for (const preset of presets.filter((name) => name.startsWith('tiny-'))) ensureCheckpoint(preset);
}

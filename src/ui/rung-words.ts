import type { Rung } from '../domain/reasoning.ts';

const DEVICES: Readonly<Record<Rung['device'], { place: string; name: string }>> = {
  webgpu: { place: 'the GPU', name: 'WebGPU' },
  wasm: { place: 'the processor', name: 'wasm' },
  browser: { place: 'the browser', name: '' },
};

/** Where a model runs, and how precisely: "the GPU (WebGPU, q4f16)", "the processor (wasm, q8)", "the browser". */
export function rungWords({ device, dtype }: Rung): string {
  const { place, name } = DEVICES[device];
  const details = [name, dtype].filter((detail) => detail !== '');
  return details.length === 0 ? place : `${place} (${details.join(', ')})`;
}

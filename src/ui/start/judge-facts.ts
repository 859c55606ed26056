import type { JudgeCard } from '../../judges/judge.ts';
import { formatBytes } from '../format.ts';

const PLACES: Readonly<Record<string, string>> = {
  cpu: 'on the processor',
  wasm: 'on the processor',
  webgpu: 'on the GPU',
  browser: 'inside the browser',
};

const NEEDS: Readonly<Record<string, string>> = { webgpu: 'WebGPU', 'shader-f16': 'half-precision shaders' };

/** What a judge takes and gives, in a few words each: size, licence, where it runs, what it needs, whether it gives reasons. */
export function judgeFacts(card: JudgeCard): string[] {
  const { needs, backend, licence, reasons } = card;
  const facts = [size(card)];
  if (licence !== '') facts.push(licence);
  facts.push(PLACES[backend] ?? backend);
  if (needs.length > 0) facts.push(`needs ${needs.map((need) => NEEDS[need] ?? need).join(' and ')}`);
  facts.push(reasons ? 'writes reasons' : 'no written reasons');
  return facts;
}

function size({ sizeBytes, backend }: JudgeCard): string {
  if (sizeBytes > 0) return formatBytes(sizeBytes);
  return backend === 'browser' ? 'part of the browser' : 'part of Loupe';
}

import type { Rung } from '../domain/reasoning.ts';
import { type FoundModel, filesToLoad } from './found-model.ts';
import type { Machine } from './machine.ts';
import { estimateMemory, type MemoryNeed } from './memory.ts';
import { type Dtype, isHalfPrecision } from './session-files.ts';

/** The ways in which a model can run on a machine. */
export interface Ladder {
  /** To be tried in this order; empty when the machine cannot run the model. */
  rungs: Rung[];
  /** Ways that were left out for what they need, and why, in one sentence each. */
  leftOut: { rung: Rung; reason: string }[];
}

/** WebAssembly addresses no more. */
const HEAP_LIMIT_BYTES = 4 * 2 ** 30;
/** The rest is left to the system and to the browser's other pages. */
const USABLE_SHARE = 0.75;
/** A model this small is fast enough in any precision, so that it takes the one in which a GPU gives the same answers. */
const SMALL_BYTES = 50e6;

/** Precisions of each device, best first. Those in the second list run only where none of the first can. */
const WEBGPU: readonly (readonly Dtype[])[] = [
  ['q4f16', 'q4'],
  ['fp16', 'fp32'],
];
/** On wasm q8 is 1.6 to 3.8 times as fast as q4; half precision has few kernels there. */
const WASM: readonly (readonly Dtype[])[] = [['q8', 'q4'], ['fp32']];
const WASM_SMALL: readonly (readonly Dtype[])[] = [['q4', 'q8'], ['fp32']];

/**
 * Lists the ways to run a model on a machine, best first: on a real GPU, then on the processor, then on a GPU that the processor
 * plays. A model that can be had in few bits per weight is not run in many.
 */
export function chooseRungs(model: FoundModel, machine: Machine): Ladder {
  const webgpu = machine.gpu === null ? [] : rungsOf('webgpu', WEBGPU, model, machine);
  const large = rungsOf('wasm', WASM, model, machine);
  const isSmall = large.every(({ bytes }) => bytes < SMALL_BYTES);
  const wasm = isSmall ? rungsOf('wasm', WASM_SMALL, model, machine) : large;
  const ladder: Ladder = { rungs: [], leftOut: [] };
  for (const { rung, reason } of machine.gpu?.software ? [...wasm, ...webgpu] : [...webgpu, ...wasm]) {
    if (reason === null) ladder.rungs.push(rung);
    else ladder.leftOut.push({ rung, reason });
  }
  return ladder;
}

interface Candidate {
  rung: Rung;
  /** Size of what is loaded. */
  bytes: number;
  /** Why it is left out; null when it is not. */
  reason: string | null;
}

function rungsOf(
  device: Rung['device'],
  lists: readonly (readonly Dtype[])[],
  model: FoundModel,
  machine: Machine,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const dtypes of lists) {
    const present = dtypes.filter((dtype) => model.dtypes.includes(dtype));
    candidates.push(...present.map((dtype) => candidate(device, dtype, model, machine)));
    // Only where nothing smaller runs is the next list of use.
    if (candidates.some(({ reason }) => reason === null)) break;
  }
  return candidates;
}

function candidate(device: Rung['device'], dtype: Dtype, model: FoundModel, machine: Machine): Candidate {
  const rung: Rung = { device, dtype };
  const files = filesToLoad(model, dtype);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (isHalfPrecision(dtype) && !machine.gpu?.shaderF16)
    return { rung, bytes, reason: 'The GPU cannot calculate in half precision.' };
  return { rung, bytes, reason: model.facts && tooLarge(estimateMemory(model.facts, files, rung), machine) };
}

function tooLarge({ heapBytes, totalBytes }: MemoryNeed, { memoryBytes }: Machine): string | null {
  if (heapBytes > HEAP_LIMIT_BYTES)
    return `It would need ${gigabytes(heapBytes)} in WebAssembly, which has ${gigabytes(HEAP_LIMIT_BYTES)}.`;
  if (memoryBytes === null || totalBytes <= USABLE_SHARE * memoryBytes) return null;
  return `It would need about ${gigabytes(totalBytes)} of memory; this machine has ${gigabytes(memoryBytes)}.`;
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

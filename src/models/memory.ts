import type { Rung } from '../domain/reasoning.ts';
import type { ModelFacts } from './model-config.ts';
import type { ModelFile } from './model-index.ts';
import { isHalfPrecision } from './session-files.ts';

/** What running a model takes at its peak, in bytes. An estimate, made before anything is loaded. */
export interface MemoryNeed {
  /** In the one WebAssembly heap; 0 on the GPU, where only loading passes through it. */
  heapBytes: number;
  /** Of the machine, heap included. */
  totalBytes: number;
}

/** Tokens of a view, its questions and a rationale together. */
const TOKENS = 2048;
/** A view's cache, and the copy that grows with a branch. */
const CACHES = 2;
/** Patches of the largest picture that is encoded at once: 512 × 512 in patches of 16. */
const PATCHES = 1024;
/** Buffers of the MLP's width that exist at once. */
const MLP_BUFFERS = 3;
const FLOAT_BYTES = 4;
const HALF_BYTES = 2;
/** A page and a worker without a model. */
const BASE_BYTES = 150e6;
/** Weights in the heap: the file's copy and the operators' own, packed form. */
const HEAP_COPIES = 2;
/** The file as it was fetched, which goes some time after loading. */
const FETCHED_COPIES = 1;

/**
 * Peak = base + (heap copies + fetched copy) × files + caches + activations, where
 * - a cache is 2 × layers × key-value heads × head size × tokens, and the states of linear attention;
 * - activations are, for the decoder and the vision encoder each, attention scores heads × n², and MLP buffers n × width, for
 *   n tokens or patches; the two do not run at once, so the larger counts. Half precision halves caches and activations.
 *
 * For SmolVLM2-256M's dimensions in q8 it gives 1.3 GB; a renderer that ran them took 0.9 to 1.0 GB after loading and
 * 1.0 to 1.5 GB at its peak.
 */
export function estimateMemory(facts: ModelFacts, files: readonly ModelFile[], rung: Rung): MemoryNeed {
  const fileBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const valueBytes = isHalfPrecision(rung.dtype) ? HALF_BYTES : FLOAT_BYTES;
  const working = valueBytes * (CACHES * cacheValues(facts) + activationValues(facts));
  const heapBytes = rung.device === 'wasm' ? HEAP_COPIES * fileBytes + working : 0;
  return { heapBytes, totalBytes: BASE_BYTES + (HEAP_COPIES + FETCHED_COPIES) * fileBytes + working };
}

function cacheValues(facts: ModelFacts): number {
  const tokens = Math.min(TOKENS, facts.contextTokens);
  return 2 * facts.attentionLayers * facts.keyValueHeads * facts.headDim * tokens + facts.recurrentValues;
}

function activationValues({ heads, intermediate, contextTokens, vision }: ModelFacts): number {
  const tokens = Math.min(TOKENS, contextTokens);
  const decoder = heads * tokens ** 2 + MLP_BUFFERS * tokens * intermediate;
  const encoder = vision.heads * PATCHES ** 2 + MLP_BUFFERS * PATCHES * (vision.intermediate || 4 * vision.hidden);
  return Math.max(decoder, encoder);
}

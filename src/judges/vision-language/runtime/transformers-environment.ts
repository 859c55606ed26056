import { env, LogLevel } from '@huggingface/transformers';
import asyncifyFactory from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import plainFactory from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import plainBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { Rung } from '../../../domain/reasoning.ts';

/** More threads than this gain nothing on the graphs tried, and each takes memory. */
const MOST_THREADS = 8;

/**
 * Points transformers.js at this origin and nothing else: model files below `baseUrl`, the inference runtime's own files from
 * the build. To be called once, before anything is loaded.
 * @param fetchFile fetches one model file
 * @returns wasm threads that sessions will use
 */
export function setUpTransformers(
  baseUrl: string,
  device: Rung['device'],
  fetchFile: (url: string) => Promise<Response>,
): number {
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  // A path, not a URL: the library looks for local files only below paths.
  env.localModelPath = new URL(baseUrl, self.location.href).pathname;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.logLevel = LogLevel.ERROR;
  env.fetch = (input) => fetchFile(input instanceof Request ? input.url : String(input));
  const { wasm } = env.backends.onnx;
  if (wasm === undefined) throw new Error('transformers.js brings no wasm backend any more.');
  // The asyncify build carries WebGPU and is twice as large.
  wasm.wasmPaths =
    device === 'webgpu' ? { mjs: asyncifyFactory, wasm: asyncifyBinary } : { mjs: plainFactory, wasm: plainBinary };
  // Threads need shared memory, which only an isolated page has.
  const threads = crossOriginIsolated ? Math.min(MOST_THREADS, navigator.hardwareConcurrency) : 1;
  wasm.numThreads = threads;
  return threads;
}

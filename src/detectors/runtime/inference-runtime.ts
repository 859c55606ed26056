import factory from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import binary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { env } from 'onnxruntime-web/wasm';

/** Small models gain little from more threads. */
const MOST_THREADS = 4;

/**
 * Points the inference runtime at its own files from the build. To be called once, before any session is made.
 * @returns wasm threads that sessions will use
 */
export function setUpInference(): number {
  env.logLevel = 'error';
  env.wasm.wasmPaths = { mjs: factory, wasm: binary };
  // Threads need shared memory, which only an isolated page has.
  const threads = crossOriginIsolated ? Math.min(MOST_THREADS, navigator.hardwareConcurrency) : 1;
  env.wasm.numThreads = threads;
  return threads;
}

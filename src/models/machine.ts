import { z } from 'zod';

/** What a machine offers to a model. */
export interface Machine {
  /** null where WebGPU is missing or gives no adapter. */
  gpu: GpuFacts | null;
  /** Memory in bytes, rounded and capped by the browser; null where it does not say. */
  memoryBytes: number | null;
  cores: number;
  /** Whether WebAssembly may use threads. */
  isolated: boolean;
}

export interface GpuFacts {
  /** "vendor architecture". */
  name: string;
  /** Whether shaders can calculate in half precision. */
  shaderF16: boolean;
  /** Whether the processor plays the GPU. */
  software: boolean;
}

/** `navigator.deviceMemory`, in GiB, which not every browser has. */
const deviceMemory = z.object({ deviceMemory: z.number().positive() });

/** Describes this machine. Never throws: what cannot be found out is not there. */
export async function describeMachine(): Promise<Machine> {
  const memory = deviceMemory.safeParse({ deviceMemory: Reflect.get(navigator, 'deviceMemory') });
  return {
    gpu: await describeGpu(),
    memoryBytes: memory.success ? memory.data.deviceMemory * 2 ** 30 : null,
    cores: navigator.hardwareConcurrency,
    isolated: globalThis.crossOriginIsolated,
  };
}

async function describeGpu(): Promise<GpuFacts | null> {
  // The type says that it is always there; older browsers and insecure pages lack it.
  const gpu: GPU | undefined = navigator.gpu;
  const adapter = await gpu?.requestAdapter().catch(() => null);
  if (!adapter) return null;
  const { vendor, architecture, isFallbackAdapter } = adapter.info;
  return {
    name: `${vendor} ${architecture}`.trim(),
    shaderF16: adapter.features.has('shader-f16'),
    software: isFallbackAdapter || architecture === 'swiftshader',
  };
}

import { describe, expect, it } from 'vitest';
import { type FoundModel, resolveCard } from '../../../src/models/found-model.ts';
import type { Machine } from '../../../src/models/machine.ts';
import { estimateMemory } from '../../../src/models/memory.ts';
import { readModelConfig } from '../../../src/models/model-config.ts';
import { chooseRungs } from '../../../src/models/rungs.ts';
import { type Dtype, sessionFiles } from '../../../src/models/session-files.ts';
import { SMOLVLM_CONFIG } from './make-model-folder.ts';

const ALL: readonly Dtype[] = ['q4f16', 'q4', 'q8', 'fp16', 'fp32'];
const GPU = { name: 'apple metal-3', shaderF16: true, software: false };
const MACHINE: Machine = { gpu: GPU, memoryBytes: 16e9, cores: 8, isolated: true };
const SOFTWARE: Machine = { ...MACHINE, gpu: { name: 'google swiftshader', shaderF16: false, software: true } };

/** A model whose sessions take so many bytes together in each of the precisions. */
function makeModel(dtypes: readonly Dtype[], bytes = 260e6): FoundModel {
  const config = readModelConfig(SMOLVLM_CONFIG);
  if ('problem' in config) throw new Error(config.problem);
  return {
    folder: 'one',
    baseUrl: 'http://127.0.0.1/models/',
    card: resolveCard('one', {}),
    modelType: config.facts.modelType,
    facts: config.facts,
    files: dtypes.flatMap((dtype) => sessionFiles(dtype, false)).map((path) => ({ path, bytes: bytes / 3 })),
    dtypes,
    knownAnswers: null,
    problem: null,
  };
}

function ladder(dtypes: readonly Dtype[], machine: Machine, bytes?: number): string[] {
  return chooseRungs(makeModel(dtypes, bytes), machine).rungs.map(({ device, dtype }) => `${device} ${dtype}`);
}

describe('the ladder', () => {
  it('goes from the GPU to the processor, smaller precisions only', () => {
    expect(ladder(ALL, MACHINE)).toEqual(['webgpu q4f16', 'webgpu q4', 'wasm q8', 'wasm q4']);
  });

  it('needs half-precision shaders for half precision', () => {
    const machine = { ...MACHINE, gpu: { ...GPU, shaderF16: false } };
    expect(ladder(ALL, machine)).toEqual(['webgpu q4', 'wasm q8', 'wasm q4']);
    expect(ladder(['q4f16', 'fp32'], machine)).toEqual(['webgpu fp32', 'wasm fp32']);
    expect(ladder(['q4f16'], machine)).toEqual([]);
  });

  it('takes large precisions where there are no small ones', () => {
    expect(ladder(['fp16', 'fp32'], MACHINE)).toEqual(['webgpu fp16', 'webgpu fp32', 'wasm fp32']);
    expect(ladder(['q8', 'fp32'], MACHINE)).toEqual(['webgpu fp32', 'wasm q8']);
  });

  it('has no GPU rungs without a GPU', () => {
    expect(ladder(ALL, { ...MACHINE, gpu: null })).toEqual(['wasm q8', 'wasm q4']);
  });

  it('prefers the processor to a GPU that it plays', () => {
    expect(ladder(ALL, SOFTWARE)).toEqual(['wasm q8', 'wasm q4', 'webgpu q4']);
  });

  it('runs a small model in the precision of a GPU wherever it runs', () => {
    expect(ladder(ALL, SOFTWARE, 10e6)).toEqual(['wasm q4', 'wasm q8', 'webgpu q4']);
    expect(ladder(['q8', 'fp32'], SOFTWARE, 10e6)).toEqual(['wasm q8', 'webgpu fp32']);
  });

  it('leaves out what the machine cannot hold, and says so', () => {
    const { rungs, leftOut } = chooseRungs(makeModel(['q8'], 1.6e9), { ...MACHINE, memoryBytes: 4e9 });
    expect(rungs).toEqual([]);
    expect(leftOut[0]).toMatchObject({ rung: { device: 'wasm', dtype: 'q8' } });
    expect(leftOut[0]?.reason).toMatch(/5\.\d GB of memory; this machine has 4\.0 GB/);
  });

  it('leaves out what does not fit into WebAssembly, however large the machine', () => {
    const model = makeModel(['q4'], 2.5e9);
    const { rungs, leftOut } = chooseRungs(model, { ...MACHINE, memoryBytes: null });
    expect(rungs).toEqual([{ device: 'webgpu', dtype: 'q4' }]);
    expect(leftOut[0]?.reason).toMatch(/WebAssembly/);
  });
});

describe('the estimate of memory', () => {
  it('lies within what a renderer took for the dimensions of SmolVLM2-256M in q8: 1.0 to 1.5 GB at its peak', () => {
    const { facts, files } = makeModel(['q8'], 260e6);
    if (facts === null) throw new Error('no facts');
    const { totalBytes, heapBytes } = estimateMemory(facts, files, { device: 'wasm', dtype: 'q8' });
    expect(totalBytes).toBeGreaterThan(1.0e9);
    expect(totalBytes).toBeLessThan(1.5e9);
    expect(heapBytes).toBeLessThan(totalBytes);
  });

  it('counts caches once, twice, … with the layers, and halves them in half precision', () => {
    const { facts } = makeModel(['q4']);
    if (facts === null) throw new Error('no facts');
    const peak = (layers: number, dtype: string) =>
      estimateMemory({ ...facts, attentionLayers: layers }, [], { device: 'webgpu', dtype }).totalBytes;
    const layer = 2 * 2 * 3 * 64 * 2048;
    expect(peak(31, 'q4') - peak(30, 'q4')).toBe(4 * layer);
    expect(peak(31, 'q4f16') - peak(30, 'q4f16')).toBe(2 * layer);
  });
});

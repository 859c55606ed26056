import { ELEMENT, type Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';

interface CacheDims {
  keyValueHeads: number;
  headDim: number;
}

/** More than any length: ONNX's way of saying "to the end". */
const TO_THE_END = 2n ** 63n - 1n;

const LOGIT_STD = 2;

/** Deviation of the output layer's random weights, which gives logits a deviation of about `LOGIT_STD`. */
export const outputStd = (hidden: number): number => LOGIT_STD / Math.sqrt(hidden);

/**
 * Keys and values of earlier tokens. transformers.js makes empty ones from these shapes: `batch_size` must be called so,
 * every other word becomes 0.
 */
export function writeCacheInputs(graph: SessionGraph, layers: readonly number[], dims: CacheDims): void {
  for (const layer of layers) {
    for (const kind of ['key', 'value']) {
      const shape = ['batch_size', dims.keyValueHeads, 'past_sequence_length', dims.headDim];
      graph.input(`past_key_values.${layer}.${kind}`, ELEMENT.float, shape);
    }
  }
}

export function writeCacheOutputs(graph: SessionGraph, layers: readonly number[], dims: CacheDims): void {
  for (const layer of layers) {
    for (const kind of ['key', 'value']) {
      const shape = ['batch_size', dims.keyValueHeads, 'total_sequence_length', dims.headDim];
      graph.output(`present.${layer}.${kind}`, ELEMENT.float, shape);
    }
  }
}

/** The output layer over the last `num_logits_to_keep` positions; over all of them where that is 0. */
export function writeLogits(
  graph: SessionGraph,
  x: Value,
  name: string,
  { hidden, vocabulary }: { hidden: number; vocabulary: number },
): void {
  graph.input('num_logits_to_keep', ELEMENT.int64, []);
  const start = graph.node('Reshape', [graph.node('Neg', ['num_logits_to_keep']), graph.integers(1)]);
  const kept = graph.node('Slice', [x, start, graph.integers(TO_THE_END), graph.integers(1)]);
  graph.linear(kept, name, vocabulary, hidden, { std: outputStd(hidden), output: 'logits' });
  graph.output('logits', ELEMENT.float, ['batch_size', 'num_logits', vocabulary]);
}

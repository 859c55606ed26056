import { ELEMENT, type Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { TextDims } from '../spec.ts';

/** Stands for minus infinity in masks; finite, so that a row that sees nothing gives no NaN. */
const MASKED = -1e9;

/** Deviation of an attention's output projection: keeps the sum over the layers from growing. */
export const mixStd = (inputs: number): number => 0.5 / Math.sqrt(inputs);

/** Half a head's rotated width each. */
export interface CosSin {
  cos: Value;
  sin: Value;
}

/** [batch, length, heads × width] → [batch, heads, length, width]. */
export function splitHeads(graph: SessionGraph, x: Value, heads: number, width: number): Value {
  const apart = graph.node('Reshape', [x, graph.integers(0, 0, heads, width)]);
  return graph.node('Transpose', [apart], { attributes: { perm: [0, 2, 1, 3] } });
}

/** [batch, heads, length, width] → [batch, length, heads × width]. */
export function joinHeads(graph: SessionGraph, x: Value, joined: number): Value {
  const swapped = graph.node('Transpose', [x], { attributes: { perm: [0, 2, 1, 3] } });
  return graph.node('Reshape', [swapped, graph.integers(0, 0, joined)]);
}

/** Rotates the first and second half of each head against each other. */
export function rotateHalves(graph: SessionGraph, x: Value, { cos, sin }: CosSin): Value {
  const [first, second] = [graph.fresh(), graph.fresh()];
  graph.nodeTo([first, second], 'Split', [x], { axis: -1, num_outputs: 2 });
  const times = (left: Value, right: Value): Value => graph.node('Mul', [left, right]);
  const rotated = [
    graph.node('Sub', [times(first, cos), times(second, sin)]),
    graph.node('Add', [times(second, cos), times(first, sin)]),
  ];
  return graph.node('Concat', rotated, { attributes: { axis: -1 } });
}

/** softmax(q kᵀ / √width + mask) v, everything [batch, heads, length, width]; without a mask where it is null. */
export function attention(
  graph: SessionGraph,
  [q, k, v]: readonly [q: Value, k: Value, v: Value],
  width: number,
  mask: Value | null,
): Value {
  const keys = graph.node('Transpose', [k], { attributes: { perm: [0, 1, 3, 2] } });
  const scaled = graph.node('Mul', [graph.node('MatMul', [q, keys]), graph.float(1 / Math.sqrt(width))]);
  const scores = mask === null ? scaled : graph.node('Add', [scaled, mask]);
  return graph.node('MatMul', [graph.node('Softmax', [scores], { attributes: { axis: -1 } }), v]);
}

/**
 * Extends the cache of a layer by new keys and values, [batch, heads, new, width], and attends to all of it.
 * @returns [batch, new, heads × width]
 */
export function attendWithCache(
  graph: SessionGraph,
  layer: number,
  [q, k, v]: readonly [q: Value, k: Value, v: Value],
  { headDim, heads, keyValueHeads }: TextDims,
  mask: Value,
): Value {
  const extend = (kind: string, added: Value): Value => {
    const present = graph.node('Concat', [`past_key_values.${layer}.${kind}`, added], {
      attributes: { axis: 2 },
      output: `present.${layer}.${kind}`,
    });
    return repeatHeads(graph, present, heads, heads / keyValueHeads, headDim);
  };
  const attended = attention(graph, [q, extend('key', k), extend('value', v)], headDim, mask);
  return joinHeads(graph, attended, heads * headDim);
}

/** Each key or value head once for every query head that reads it. */
function repeatHeads(graph: SessionGraph, x: Value, heads: number, times: number, width: number): Value {
  if (times === 1) return x;
  const apart = graph.node('Unsqueeze', [x, graph.integers(2)]);
  const repeated = graph.node('Concat', new Array<Value>(times).fill(apart), { attributes: { axis: 2 } });
  return graph.node('Reshape', [repeated, graph.integers(0, heads, -1, width)]);
}

/** Size of one dimension of a value, as a number without dimensions. */
function sizeOfDim(graph: SessionGraph, x: Value, dim: number): Value {
  return graph.node('Gather', [graph.node('Shape', [x]), graph.integer(dim)]);
}

/** What new tokens may see: [batch, 1, new, all], zero or a large negative number. Masked and later tokens are not seen. */
export function causalMask(graph: SessionGraph): Value {
  const all = sizeOfDim(graph, 'attention_mask', 1);
  const keys = graph.node('Range', [graph.integer(0), all, graph.integer(1)]);
  const earlier = graph.node('Sub', [all, sizeOfDim(graph, 'inputs_embeds', 1)]);
  const rows = graph.node('Range', [earlier, all, graph.integer(1)]);
  const before = graph.node('LessOrEqual', [keys, graph.node('Unsqueeze', [rows, graph.integers(1)])]);
  const real = graph.node('Cast', ['attention_mask'], { attributes: { to: ELEMENT.bool } });
  const seen = graph.node('And', [before, graph.node('Unsqueeze', [real, graph.integers(1, 2)])]);
  return graph.node('Where', [seen, graph.float(0), graph.float(MASKED)]);
}

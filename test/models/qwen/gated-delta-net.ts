import { ELEMENT, type Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { Qwen35Spec, RecurrentDims } from '../spec.ts';
import { mixStd } from '../text/attention.ts';
import { swish } from '../text/decoder-layers.ts';

const L2_EPSILON = 1e-6;

const channelsOf = ({ heads, keyDim, valueDim }: RecurrentDims): number => heads * (2 * keyDim + valueDim);

/** Names and shapes of the states that stand for the tokens so far. */
function states(dims: RecurrentDims, layer: number): { name: string; shape: (number | string)[] }[] {
  return [
    { name: `conv.${layer}`, shape: ['batch_size', channelsOf(dims), dims.kernel - 1] },
    { name: `recurrent.${layer}`, shape: ['batch_size', dims.heads, dims.keyDim, dims.valueDim] },
  ];
}

export function writeStateInputs(graph: SessionGraph, dims: RecurrentDims): void {
  for (const { name, shape } of dims.layers.flatMap((layer) => states(dims, layer))) {
    graph.input(`past_${name}`, ELEMENT.float, shape);
  }
}

export function writeStateOutputs(graph: SessionGraph, dims: RecurrentDims): void {
  for (const { name, shape } of dims.layers.flatMap((layer) => states(dims, layer))) {
    graph.output(`present_${name}`, ELEMENT.float, shape);
  }
}

/**
 * Gated delta rule (Yang et al., arXiv 2412.06464) behind a short causal convolution, as Qwen3.5 has it, with the operators
 * that onnxruntime has for both; x is [batch, new, hidden], with zeros at masked tokens.
 */
export function gatedDeltaNet(
  graph: SessionGraph,
  name: string,
  layer: number,
  x: Value,
  { recurrent, text }: Qwen35Spec,
): Value {
  const { heads, keyDim, valueDim } = recurrent;
  const width = heads * valueDim;
  const [q, k, v] = convolved(graph, name, layer, x, text.hidden, recurrent);
  const attended = graph.fresh();
  graph.nodeTo(
    [attended, `present_recurrent.${layer}`],
    'LinearAttention',
    [
      unitHeads(graph, q, heads, keyDim),
      unitHeads(graph, k, heads, keyDim),
      v,
      `past_recurrent.${layer}`,
      decay(graph, name, x, text.hidden, heads),
      graph.node('Sigmoid', [graph.linear(x, `${name}.in_proj_b`, heads, text.hidden)]),
    ],
    {
      q_num_heads: heads,
      kv_num_heads: heads,
      update_rule: 'gated_delta',
      scale: { float: 1 / Math.sqrt(keyDim) },
    },
  );
  const byHead = graph.node('Reshape', [attended, graph.integers(0, 0, heads, valueDim)]);
  const gain = graph.weight(`${name}.norm.weight`, [valueDim], { mean: 1, std: 0.1 });
  const normed = graph.node('SimplifiedLayerNormalization', [byHead, gain], {
    attributes: { axis: -1, epsilon: { float: text.rmsNormEps }, stash_type: 1 },
  });
  const gate = swish(graph, graph.linear(x, `${name}.in_proj_z`, width, text.hidden));
  const joined = graph.node('Reshape', [normed, graph.integers(0, 0, width)]);
  const gated = graph.node('Mul', [joined, gate]);
  return graph.linear(gated, `${name}.out_proj`, text.hidden, width, { std: mixStd(width) });
}

/** Queries, keys and values, [batch, new, heads × width], each mixed with the few tokens before. */
function convolved(
  graph: SessionGraph,
  name: string,
  layer: number,
  x: Value,
  hidden: number,
  dims: RecurrentDims,
): [Value, Value, Value] {
  const channels = channelsOf(dims);
  const swap = { attributes: { perm: [0, 2, 1] } };
  const mixed = graph.node('Transpose', [graph.linear(x, `${name}.in_proj_qkv`, channels, hidden)], swap);
  const std = 1 / Math.sqrt(dims.kernel);
  const weight = graph.weight(`${name}.conv1d.weight`, [channels, 1, dims.kernel], { mean: 0, std });
  const result = graph.fresh();
  graph.nodeTo([result, `present_conv.${layer}`], 'CausalConvWithState', [mixed, weight, '', `past_conv.${layer}`], {
    activation: 'silu',
  });
  const parts: [Value, Value, Value] = [graph.fresh(), graph.fresh(), graph.fresh()];
  const keys = dims.heads * dims.keyDim;
  const sizes = graph.integers(keys, keys, dims.heads * dims.valueDim);
  graph.nodeTo(parts, 'Split', [graph.node('Transpose', [result], swap), sizes], { axis: -1 });
  return parts;
}

/** Each head divided by its length. */
function unitHeads(graph: SessionGraph, x: Value, heads: number, width: number): Value {
  const apart = graph.node('Reshape', [x, graph.integers(0, 0, heads, width)]);
  const squares = graph.node('ReduceSum', [graph.node('Mul', [apart, apart]), graph.integers(-1)], {
    attributes: { keepdims: 1 },
  });
  const length = graph.node('Sqrt', [graph.node('Add', [squares, graph.float(L2_EPSILON)])]);
  return graph.node('Reshape', [graph.node('Div', [apart, length]), graph.integers(0, 0, heads * width)]);
}

/** Logarithm of what is left of each head's state after each token; random weights keep most of it for some tens of tokens. */
function decay(graph: SessionGraph, name: string, x: Value, hidden: number, heads: number): Value {
  const rate = graph.node('Neg', [graph.node('Exp', [graph.weight(`${name}.A_log`, [heads], { mean: -2, std: 0.5 })])]);
  const bias = graph.weight(`${name}.dt_bias`, [heads], { mean: -1, std: 0.2 });
  const step = graph.node('Add', [graph.linear(x, `${name}.in_proj_a`, heads, hidden), bias]);
  return graph.node('Mul', [rate, graph.node('Softplus', [step])]);
}

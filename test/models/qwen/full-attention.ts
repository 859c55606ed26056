import type { Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { QwenTextDims } from '../spec.ts';
import { attendWithCache, type CosSin, mixStd, rotateHalves } from '../text/attention.ts';

export interface AttentionParts {
  gain: (name: string, width: number) => Value;
  rotation: CosSin;
  mask: Value;
  /** Whether each head's result is multiplied by a gate that comes out of the query projection. */
  gated: boolean;
}

/** Attention with normed queries and keys over a layer's cache; x is [batch, new, hidden]. */
export function fullAttention(
  graph: SessionGraph,
  name: string,
  layer: number,
  x: Value,
  text: QwenTextDims,
  { gain, gated, mask, rotation }: AttentionParts,
): Value {
  const { headDim, heads, hidden, keyValueHeads } = text;
  const width = heads * headDim;
  const project = (part: string, count: number, size: number): Value => {
    const projected = graph.linear(x, `${name}.self_attn.${part}`, count * size, hidden);
    return graph.node('Reshape', [projected, graph.integers(0, 0, count, size)]);
  };
  const headsFirst = (value: Value): Value => graph.node('Transpose', [value], { attributes: { perm: [0, 2, 1, 3] } });
  const rotated = (value: Value, norm: string): Value => {
    const normed = graph.node('SimplifiedLayerNormalization', [value, gain(`${name}.self_attn.${norm}`, headDim)], {
      attributes: { axis: -1, epsilon: { float: text.rmsNormEps }, stash_type: 1 },
    });
    return rotateFirst(graph, headsFirst(normed), text, rotation);
  };
  const [queries, gate] = gated
    ? halves(graph, project('q_proj', heads, 2 * headDim))
    : [project('q_proj', heads, headDim), null];
  const keys = rotated(project('k_proj', keyValueHeads, headDim), 'k_norm');
  const values = headsFirst(project('v_proj', keyValueHeads, headDim));
  const attended = attendWithCache(graph, layer, [rotated(queries, 'q_norm'), keys, values], text, mask);
  const result = gate === null ? attended : gatedBy(graph, attended, gate, width);
  return graph.linear(result, `${name}.self_attn.o_proj`, hidden, width, { std: mixStd(width) });
}

function halves(graph: SessionGraph, x: Value): [Value, Value] {
  const parts: [Value, Value] = [graph.fresh(), graph.fresh()];
  graph.nodeTo(parts, 'Split', [x], { axis: -1, num_outputs: 2 });
  return parts;
}

/** Rotates the first `rotaryWidth` numbers of each head. */
function rotateFirst(graph: SessionGraph, x: Value, { headDim, rotaryWidth }: QwenTextDims, rotation: CosSin): Value {
  if (rotaryWidth === headDim) return rotateHalves(graph, x, rotation);
  const [first, rest] = [graph.fresh(), graph.fresh()];
  graph.nodeTo([first, rest], 'Split', [x, graph.integers(rotaryWidth, headDim - rotaryWidth)], { axis: -1 });
  return graph.node('Concat', [rotateHalves(graph, first, rotation), rest], { attributes: { axis: -1 } });
}

function gatedBy(graph: SessionGraph, x: Value, gate: Value, width: number): Value {
  const joined = graph.node('Reshape', [gate, graph.integers(0, 0, width)]);
  return graph.node('Mul', [x, graph.node('Sigmoid', [joined])]);
}

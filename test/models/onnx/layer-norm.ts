import type { Value } from './graph.ts';
import type { SessionGraph } from './session-graph.ts';

/** The vision towers of all families normalise with this. */
const EPSILON = 1e-6;

/** Layer norm over the last dimension with `${name}.weight` and `${name}.bias`. */
export function layerNorm(graph: SessionGraph, x: Value, name: string, width: number): Value {
  const gain = graph.weight(`${name}.weight`, [width], { mean: 1, std: 0.1 });
  const bias = graph.weight(`${name}.bias`, [width], { mean: 0, std: 0.02 });
  return graph.node('LayerNormalization', [x, gain, bias], { attributes: { axis: -1, epsilon: { float: EPSILON } } });
}

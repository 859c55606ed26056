import type { Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { TextDims } from '../spec.ts';

export interface LayerParts {
  /** What the names of the decoder's weights begin with. */
  prefix: string;
  /** Gains of a root-mean-square norm. */
  gain: (name: string, width: number) => Value;
  /** Lets tokens see each other: attention or a recurrence, with its output projection. */
  mix: (layer: number, x: Value) => Value;
}

/** Keeps the sum over the layers from growing. */
const MLP_SCALE = 0.8;

/** The layers of a decoder with its last norm: embeddings → hidden states [batch, new, hidden]. */
export function writeDecoderLayers(graph: SessionGraph, embeddings: Value, text: TextDims, parts: LayerParts): Value {
  const { gain, mix, prefix } = parts;
  const epsilon = { float: text.rmsNormEps };
  let residual = embeddings;
  let x = graph.node(
    'SimplifiedLayerNormalization',
    [residual, gain(`${prefix}.layers.0.input_layernorm`, text.hidden)],
    {
      attributes: { axis: -1, epsilon, stash_type: 1 },
    },
  );
  /** Adds to the residual stream and normalises it, in one operator as in published exports. */
  const addAndNormalise = (added: Value, norm: string): void => {
    const [normed, sum] = [graph.fresh(), graph.fresh()];
    const inputs = [residual, added, gain(`${prefix}.${norm}`, text.hidden)];
    graph.nodeTo([normed, '', '', sum], 'SkipSimplifiedLayerNormalization', inputs, { epsilon });
    x = normed;
    residual = sum;
  };
  for (let layer = 0; layer < text.layers; layer++) {
    addAndNormalise(mix(layer, x), `layers.${layer}.post_attention_layernorm`);
    const next = layer === text.layers - 1 ? 'norm' : `layers.${layer + 1}.input_layernorm`;
    addAndNormalise(gatedMlp(graph, x, `${prefix}.layers.${layer}.mlp`, text), next);
  }
  return x;
}

export const swish = (graph: SessionGraph, x: Value): Value => graph.node('Mul', [x, graph.node('Sigmoid', [x])]);

function gatedMlp(graph: SessionGraph, x: Value, name: string, { hidden, intermediate }: TextDims): Value {
  const gate = swish(graph, graph.linear(x, `${name}.gate_proj`, intermediate, hidden));
  const up = graph.linear(x, `${name}.up_proj`, intermediate, hidden);
  return graph.linear(graph.node('Mul', [gate, up]), `${name}.down_proj`, hidden, intermediate, {
    std: MLP_SCALE / Math.sqrt(intermediate),
  });
}

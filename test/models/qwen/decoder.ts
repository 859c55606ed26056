import { ELEMENT, type Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { QwenSpec } from '../spec.ts';
import { causalMask } from '../text/attention.ts';
import { writeCacheInputs, writeCacheOutputs, writeLogits } from '../text/cache-and-logits.ts';
import { writeDecoderLayers } from '../text/decoder-layers.ts';
import { fullAttention } from './full-attention.ts';
import { gatedDeltaNet, writeStateInputs, writeStateOutputs } from './gated-delta-net.ts';
import { positionRotation } from './position-rotation.ts';

const PREFIX = 'model.language_model';

/**
 * The decoder with its output layer. `position_ids` is [3, batch, new]: time, row, column. Attention is written with plain
 * operators. In Qwen3.5 some layers keep a convolution state and a recurrent state instead of keys and values.
 */
export function writeDecoder(graph: SessionGraph, spec: QwenSpec): void {
  const { text } = spec;
  const recurrent = spec.family === 'qwen3_5' ? spec.recurrent : null;
  const layers = Array.from({ length: text.layers }, (_, layer) => layer);
  const attending = layers.filter((layer) => !recurrent?.layers.includes(layer));
  graph.input('inputs_embeds', ELEMENT.float, ['batch_size', 'sequence_length', text.hidden]);
  graph.input('attention_mask', ELEMENT.int64, ['batch_size', 'total_sequence_length']);
  graph.input('position_ids', ELEMENT.int64, [3, 'batch_size', 'sequence_length']);
  writeCacheInputs(graph, attending, text);
  if (recurrent !== null) writeStateInputs(graph, recurrent);
  const gain = spec.family === 'qwen3_5' ? centredGain(graph) : plainGain(graph);
  const parts = {
    gain,
    rotation: positionRotation(graph, text),
    mask: causalMask(graph),
    gated: spec.family === 'qwen3_5',
  };
  const attend = (layer: number, x: Value): Value =>
    fullAttention(graph, `${PREFIX}.layers.${layer}`, layer, x, text, parts);
  const x = writeDecoderLayers(graph, 'inputs_embeds', text, {
    prefix: PREFIX,
    gain,
    mix: spec.family === 'qwen3_5' ? mixOf(graph, spec, attend) : attend,
  });
  writeLogits(graph, x, text.tied ? `${PREFIX}.embed_tokens` : 'lm_head', text);
  writeCacheOutputs(graph, attending, text);
  if (recurrent !== null) writeStateOutputs(graph, recurrent);
}

type Mix = (layer: number, x: Value) => Value;

/** Recurrent layers see zeros where a token is masked; attention has its own mask. */
function mixOf(graph: SessionGraph, spec: Extract<QwenSpec, { family: 'qwen3_5' }>, attend: Mix): Mix {
  const real = newTokensMask(graph);
  return (layer, x) => {
    if (!spec.recurrent.layers.includes(layer)) return attend(layer, x);
    return gatedDeltaNet(graph, `${PREFIX}.layers.${layer}.linear_attn`, layer, graph.node('Mul', [x, real]), spec);
  };
}

/** Which of the new tokens are real: [batch, new, 1], 0 or 1. */
function newTokensMask(graph: SessionGraph): Value {
  const shape = graph.node('Shape', ['inputs_embeds']);
  const start = graph.node('Neg', [graph.node('Gather', [shape, graph.integers(1)])]);
  const end = graph.node('Gather', [graph.node('Shape', ['attention_mask']), graph.integers(1)]);
  const last = graph.node('Slice', ['attention_mask', start, end, graph.integers(1)]);
  const asFloat = graph.node('Cast', [last], { attributes: { to: ELEMENT.float } });
  return graph.node('Unsqueeze', [asFloat, graph.integers(2)]);
}

type Gain = (name: string, width: number) => Value;

const plainGain =
  (graph: SessionGraph): Gain =>
  (name, width) =>
    graph.weight(`${name}.weight`, [width], { mean: 1, std: 0.1 });

/** Qwen3.5 stores a gain less one. */
const centredGain =
  (graph: SessionGraph): Gain =>
  (name, width) =>
    graph.node('Add', [graph.weight(`${name}.weight`, [width], { mean: 0, std: 0.1 }), graph.float(1)]);

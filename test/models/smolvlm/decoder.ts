import {
  type CosSin,
  causalMask,
  joinHeads,
  plainAttention,
  repeatHeads,
  rotateHalves,
  splitHeads,
} from '../onnx/attention.ts';
import { writeCacheInputs, writeCacheOutputs, writeLogits } from '../onnx/decoder-interface.ts';
import { ELEMENT, type Value } from '../onnx/graph.ts';
import { rotaryTables } from '../onnx/rotary.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { SmolVlmSpec, TextDims } from '../spec.ts';

const RESIDUAL_SCALES = { attention: 0.5, mlp: 0.8 };

/** Rotates, extends the layer's cache and attends; takes projected queries, keys and values [batch, new, heads × width]. */
type Attention = (layer: number, q: Value, k: Value, v: Value) => Value;

/** The Llama decoder with its output layer. */
export function writeDecoder(graph: SessionGraph, spec: SmolVlmSpec): void {
  const { text } = spec;
  const everyLayer = Array.from({ length: text.layers }, (_, layer) => layer);
  graph.input('inputs_embeds', ELEMENT.float, ['batch_size', 'sequence_length', text.hidden]);
  graph.input('attention_mask', ELEMENT.int64, ['batch_size', 'total_sequence_length']);
  graph.input('position_ids', ELEMENT.int64, ['batch_size', 'sequence_length']);
  writeCacheInputs(graph, everyLayer, text);
  const attend = spec.attention === 'gqa' ? groupedQueryAttention(graph, text) : plainOperators(graph, text);
  const norm = (part: string): Value =>
    graph.weight(`model.text_model.${part}.weight`, [text.hidden], { mean: 1, std: 0.1 });
  let residual: Value = 'inputs_embeds';
  let x = graph.node('SimplifiedLayerNormalization', [residual, norm('layers.0.input_layernorm')], {
    attributes: { axis: -1, epsilon: { float: text.rmsNormEps }, stash_type: 1 },
  });
  /** Adds to the residual stream and normalises it, in one operator as in published exports. */
  const addAndNormalise = (added: Value, gain: Value): void => {
    const [normed, sum] = [graph.fresh(), graph.fresh()];
    graph.nodeTo([normed, '', '', sum], 'SkipSimplifiedLayerNormalization', [residual, added, gain], {
      epsilon: { float: text.rmsNormEps },
    });
    x = normed;
    residual = sum;
  };
  for (const layer of everyLayer) {
    const name = `model.text_model.layers.${layer}`;
    addAndNormalise(selfAttention(graph, x, layer, text, attend), norm(`layers.${layer}.post_attention_layernorm`));
    addAndNormalise(
      gatedMlp(graph, x, `${name}.mlp`, text),
      norm(layer === text.layers - 1 ? 'norm' : `layers.${layer + 1}.input_layernorm`),
    );
  }
  writeLogits(graph, x, text.tied ? 'model.text_model.embed_tokens' : 'lm_head', text);
  writeCacheOutputs(graph, everyLayer, text);
}

function selfAttention(graph: SessionGraph, x: Value, layer: number, text: TextDims, attend: Attention): Value {
  const name = `model.text_model.layers.${layer}.self_attn`;
  const width = text.heads * text.headDim;
  const cached = text.keyValueHeads * text.headDim;
  const attended = attend(
    layer,
    graph.linear(x, `${name}.q_proj`, width, text.hidden),
    graph.linear(x, `${name}.k_proj`, cached, text.hidden),
    graph.linear(x, `${name}.v_proj`, cached, text.hidden),
  );
  return graph.linear(attended, `${name}.o_proj`, text.hidden, width, {
    std: RESIDUAL_SCALES.attention / Math.sqrt(width),
  });
}

function gatedMlp(graph: SessionGraph, x: Value, name: string, { hidden, intermediate }: TextDims): Value {
  const gate = graph.linear(x, `${name}.gate_proj`, intermediate, hidden);
  const up = graph.linear(x, `${name}.up_proj`, intermediate, hidden);
  const swish = graph.node('Mul', [gate, graph.node('Sigmoid', [gate])]);
  return graph.linear(graph.node('Mul', [swish, up]), `${name}.down_proj`, hidden, intermediate, {
    std: RESIDUAL_SCALES.mlp / Math.sqrt(intermediate),
  });
}

function rotaryCaches(graph: SessionGraph, { context, headDim, ropeTheta }: TextDims): CosSin {
  const { cos, sin } = rotaryTables(context, headDim, ropeTheta);
  return {
    cos: graph.tensor('cos_cache', ELEMENT.float, [context, headDim / 2], cos),
    sin: graph.tensor('sin_cache', ELEMENT.float, [context, headDim / 2], sin),
  };
}

/** One operator for everything. It counts positions from the attention mask and never reads `position_ids`. */
function groupedQueryAttention(graph: SessionGraph, text: TextDims): Attention {
  const { cos, sin } = rotaryCaches(graph, text);
  const toInt32 = (x: Value): Value => graph.node('Cast', [x], { attributes: { to: ELEMENT.int32 } });
  const lengths = graph.node('ReduceSum', ['attention_mask', graph.integers(1)], { attributes: { keepdims: 0 } });
  const last = toInt32(graph.node('Sub', [lengths, graph.integers(1)]));
  const total = toInt32(graph.node('Gather', [graph.node('Shape', ['attention_mask']), graph.integer(1)]));
  const attributes = {
    num_heads: text.heads,
    kv_num_heads: text.keyValueHeads,
    do_rotary: 1,
    rotary_interleaved: 0,
    scale: { float: 1 / Math.sqrt(text.headDim) },
  };
  return (layer, q, k, v) => {
    const past = [`past_key_values.${layer}.key`, `past_key_values.${layer}.value`];
    const attended = graph.fresh();
    graph.nodeTo(
      [attended, `present.${layer}.key`, `present.${layer}.value`],
      'GroupQueryAttention',
      [q, k, v, ...past, last, total, cos, sin],
      attributes,
    );
    return attended;
  };
}

function plainOperators(graph: SessionGraph, text: TextDims): Attention {
  const { headDim, heads, keyValueHeads } = text;
  const tables = rotaryCaches(graph, text);
  const atPositions = (table: Value): Value =>
    graph.node('Unsqueeze', [graph.node('Gather', [table, 'position_ids']), graph.integers(1)]);
  const rotation = { cos: atPositions(tables.cos), sin: atPositions(tables.sin) };
  const mask = causalMask(graph, 'attention_mask', 'inputs_embeds');
  const extend = (kind: string, layer: number, added: Value): Value => {
    const present = graph.node('Concat', [`past_key_values.${layer}.${kind}`, added], {
      attributes: { axis: 2 },
      output: `present.${layer}.${kind}`,
    });
    return repeatHeads(graph, present, heads, heads / keyValueHeads, headDim);
  };
  return (layer, q, k, v) => {
    const queries = rotateHalves(graph, splitHeads(graph, q, heads, headDim), rotation);
    const keys = extend('key', layer, rotateHalves(graph, splitHeads(graph, k, keyValueHeads, headDim), rotation));
    const values = extend('value', layer, splitHeads(graph, v, keyValueHeads, headDim));
    const attended = plainAttention(graph, queries, keys, values, 1 / Math.sqrt(headDim), mask);
    return joinHeads(graph, attended, heads * headDim);
  };
}

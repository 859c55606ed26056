import { ELEMENT, type Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { SmolVlmSpec, TextDims } from '../spec.ts';
import { attendWithCache, type CosSin, causalMask, mixStd, rotateHalves, splitHeads } from '../text/attention.ts';
import { writeCacheInputs, writeCacheOutputs, writeLogits } from '../text/cache-and-logits.ts';
import { writeDecoderLayers } from '../text/decoder-layers.ts';
import { rotaryTables } from '../text/rotary-tables.ts';

const PREFIX = 'model.text_model';

/** Rotates, extends the layer's cache and attends; takes projected queries, keys and values [batch, new, heads × width]. */
type Attend = (layer: number, q: Value, k: Value, v: Value) => Value;

/** The Llama decoder with its output layer. */
export function writeDecoder(graph: SessionGraph, { attention, text }: SmolVlmSpec): void {
  const everyLayer = Array.from({ length: text.layers }, (_, layer) => layer);
  graph.input('inputs_embeds', ELEMENT.float, ['batch_size', 'sequence_length', text.hidden]);
  graph.input('attention_mask', ELEMENT.int64, ['batch_size', 'total_sequence_length']);
  graph.input('position_ids', ELEMENT.int64, ['batch_size', 'sequence_length']);
  writeCacheInputs(graph, everyLayer, text);
  const attend = attention === 'gqa' ? groupedQueryAttention(graph, text) : plainAttention(graph, text);
  const x = writeDecoderLayers(graph, 'inputs_embeds', text, {
    prefix: PREFIX,
    gain: (name, width) => graph.weight(`${name}.weight`, [width], { mean: 1, std: 0.1 }),
    mix: (layer, x) => selfAttention(graph, x, layer, text, attend),
  });
  writeLogits(graph, x, text.tied ? `${PREFIX}.embed_tokens` : 'lm_head', text);
  writeCacheOutputs(graph, everyLayer, text);
}

function selfAttention(graph: SessionGraph, x: Value, layer: number, text: TextDims, attend: Attend): Value {
  const name = `${PREFIX}.layers.${layer}.self_attn`;
  const width = text.heads * text.headDim;
  const cached = text.keyValueHeads * text.headDim;
  const attended = attend(
    layer,
    graph.linear(x, `${name}.q_proj`, width, text.hidden),
    graph.linear(x, `${name}.k_proj`, cached, text.hidden),
    graph.linear(x, `${name}.v_proj`, cached, text.hidden),
  );
  return graph.linear(attended, `${name}.o_proj`, text.hidden, width, { std: mixStd(width) });
}

function rotaryCaches(graph: SessionGraph, { context, headDim, ropeTheta }: TextDims): CosSin {
  const { cos, sin } = rotaryTables(context, headDim, ropeTheta);
  return {
    cos: graph.tensor('cos_cache', ELEMENT.float, [context, headDim / 2], cos),
    sin: graph.tensor('sin_cache', ELEMENT.float, [context, headDim / 2], sin),
  };
}

/** One operator for everything. It counts positions from the attention mask and never reads `position_ids`. */
function groupedQueryAttention(graph: SessionGraph, text: TextDims): Attend {
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

function plainAttention(graph: SessionGraph, text: TextDims): Attend {
  const { headDim, heads, keyValueHeads } = text;
  const tables = rotaryCaches(graph, text);
  const atPositions = (table: Value): Value =>
    graph.node('Unsqueeze', [graph.node('Gather', [table, 'position_ids']), graph.integers(1)]);
  const rotation = { cos: atPositions(tables.cos), sin: atPositions(tables.sin) };
  const mask = causalMask(graph);
  return (layer, q, k, v) => {
    const queries = rotateHalves(graph, splitHeads(graph, q, heads, headDim), rotation);
    const keys = rotateHalves(graph, splitHeads(graph, k, keyValueHeads, headDim), rotation);
    const values = splitHeads(graph, v, keyValueHeads, headDim);
    return attendWithCache(graph, layer, [queries, keys, values], text, mask);
  };
}

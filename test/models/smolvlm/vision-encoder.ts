import { ELEMENT, type Value } from '../onnx/graph.ts';
import { layerNorm } from '../onnx/layer-norm.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { SmolVlmSpec } from '../spec.ts';
import { mixStd } from '../text/attention.ts';

const POSITION_STD = 0.3;

/** Pictures → image tokens: a SigLIP transformer, then pixel shuffle and one linear layer. */
export function writeVisionEncoder(graph: SessionGraph, { vision, text }: SmolVlmSpec): void {
  const { hidden, image, patch, scale } = vision;
  const side = image / patch;
  const patches = side * side;
  const tokens = patches / scale ** 2;
  graph.input('pixel_values', ELEMENT.float, ['batch_size', 'num_images', 3, 'height', 'width']);
  graph.input('pixel_attention_mask', ELEMENT.bool, ['batch_size', 'num_images', 'height', 'width']);
  let x = patchEmbeddings(graph, realPictures(graph, image), vision);
  const positions = graph.weight('model.vision_model.embeddings.position_embedding.weight', [patches, hidden], {
    mean: 0,
    std: POSITION_STD,
  });
  x = graph.node('Add', [x, positions]);
  for (let layer = 0; layer < vision.layers; layer++) x = encoderLayer(graph, x, layer, vision);
  x = layerNorm(graph, x, 'model.vision_model.post_layernorm', hidden);
  x = pixelShuffle(graph, x, side, hidden, scale);
  graph.linear(x, 'model.connector.modality_projection.proj', text.hidden, hidden * scale ** 2, {
    output: 'image_features',
  });
  graph.output('image_features', ELEMENT.float, ['num_real_images', tokens, text.hidden]);
}

/** [batch, images, 3, side, side] → [real images, 3, side, side]: those whose first pixel is masked pad a batch. */
function realPictures(graph: SessionGraph, side: number): Value {
  const pictures = graph.node('Reshape', ['pixel_values', graph.integers(-1, 3, side, side)]);
  const corner = ['pixel_attention_mask', graph.integers(0, 0), graph.integers(1, 1), graph.integers(2, 3)];
  const real = graph.node('Reshape', [graph.node('Slice', corner), graph.integers(-1)]);
  return graph.node('Compress', [pictures, real], { attributes: { axis: 0 } });
}

/** [images, 3, side, side] → [images, patches, hidden]. */
function patchEmbeddings(graph: SessionGraph, pictures: Value, { hidden, patch }: SmolVlmSpec['vision']): Value {
  const name = 'model.vision_model.embeddings.patch_embedding';
  const std = 1 / Math.sqrt(3 * patch * patch);
  const weights = graph.weight(`${name}.weight`, [hidden, 3, patch, patch], { mean: 0, std });
  const bias = graph.weight(`${name}.bias`, [hidden], { mean: 0, std: 0.02 });
  const attributes = { kernel_shape: [patch, patch], strides: [patch, patch] };
  const grid = graph.node('Conv', [pictures, weights, bias], { attributes });
  const flat = graph.node('Reshape', [grid, graph.integers(0, hidden, -1)]);
  return graph.node('Transpose', [flat], { attributes: { perm: [0, 2, 1] } });
}

function encoderLayer(
  graph: SessionGraph,
  x: Value,
  layer: number,
  { hidden, heads, intermediate }: SmolVlmSpec['vision'],
): Value {
  const name = `model.vision_model.encoder.layers.${layer}`;
  const normed = layerNorm(graph, x, `${name}.layer_norm1`, hidden);
  const project = (part: string): Value =>
    graph.linear(normed, `${name}.self_attn.${part}`, hidden, hidden, { bias: true });
  const attended = graph.node('MultiHeadAttention', [project('q_proj'), project('k_proj'), project('v_proj')], {
    attributes: { num_heads: heads },
  });
  const mixed = graph.linear(attended, `${name}.self_attn.out_proj`, hidden, hidden, {
    bias: true,
    std: mixStd(hidden),
  });
  const middle = graph.node('Add', [x, mixed]);
  const wide = graph.linear(
    layerNorm(graph, middle, `${name}.layer_norm2`, hidden),
    `${name}.mlp.fc1`,
    intermediate,
    hidden,
    {
      bias: true,
    },
  );
  const narrow = graph.linear(graph.node('FastGelu', [wide]), `${name}.mlp.fc2`, hidden, intermediate, {
    bias: true,
    std: mixStd(intermediate),
  });
  return graph.node('Add', [middle, narrow]);
}

/** [images, side², hidden] → [images, (side / scale)², hidden · scale²]: a square of patches becomes one token. */
function pixelShuffle(graph: SessionGraph, x: Value, side: number, hidden: number, scale: number): Value {
  const swap = { attributes: { perm: [0, 2, 1, 3] } };
  const small = side / scale;
  const rows = graph.node('Reshape', [x, graph.integers(0, side, small, hidden * scale)]);
  const squares = graph.node('Reshape', [
    graph.node('Transpose', [rows], swap),
    graph.integers(0, small, small, hidden * scale ** 2),
  ]);
  return graph.node('Reshape', [
    graph.node('Transpose', [squares], swap),
    graph.integers(0, small * small, hidden * scale ** 2),
  ]);
}

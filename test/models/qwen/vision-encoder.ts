import { ELEMENT, type Value } from '../onnx/graph.ts';
import { layerNorm } from '../onnx/layer-norm.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { QwenVisionDims } from '../spec.ts';
import { attention, joinHeads, mixStd, rotateHalves, splitHeads } from '../text/attention.ts';
import { PatchGrid } from './patch-grid.ts';

const PREFIX = 'model.visual';

/**
 * Patches → image tokens, for the pictures of one grid: `pixel_values` [patches, 3 · temporalPatch · patch²] in the order in
 * which squares of merge × merge patches follow each other, `image_grid_thw` [1, 3] as the processor gives it. Pictures of
 * equal size may share the grid. Attention stays within a temporal patch.
 */
export function writeVisionEncoder(graph: SessionGraph, vision: QwenVisionDims, textHidden: number): void {
  const { hidden, merge, patch, temporalPatch } = vision;
  const inputs = 3 * temporalPatch * patch ** 2;
  graph.input('pixel_values', ELEMENT.float, ['num_patches', inputs]);
  graph.input('image_grid_thw', ELEMENT.int64, ['num_grids', 3]);
  const grid = new PatchGrid(graph, 'image_grid_thw', vision);
  // In PyTorch a convolution whose weight is [hidden, 3, temporalPatch, patch, patch].
  const patches = graph.linear('pixel_values', `${PREFIX}.patch_embed.proj`, hidden, inputs, { bias: true });
  let x = graph.node('Reshape', [patches, grid.shape(-1, grid.patches, hidden)]);
  x = graph.node('Add', [x, grid.positionEmbeddings(`${PREFIX}.pos_embed.weight`)]);
  const rotation = grid.rotation(hidden / vision.heads);
  for (let layer = 0; layer < vision.layers; layer++) {
    const name = `${PREFIX}.blocks.${layer}`;
    const normed = layerNorm(graph, x, `${name}.norm1`, hidden);
    const qkv = graph.linear(normed, `${name}.attn.qkv`, 3 * hidden, hidden, { bias: true });
    const parts: [Value, Value, Value] = [graph.fresh(), graph.fresh(), graph.fresh()];
    graph.nodeTo(parts, 'Split', [qkv], { axis: -1, num_outputs: 3 });
    const width = hidden / vision.heads;
    const [q, k, v] = parts.map((part) => splitHeads(graph, part, vision.heads, width)) as typeof parts;
    const attended = attention(
      graph,
      [rotateHalves(graph, q, rotation), rotateHalves(graph, k, rotation), v],
      width,
      null,
    );
    const mixed = graph.linear(joinHeads(graph, attended, hidden), `${name}.attn.proj`, hidden, hidden, {
      bias: true,
      std: mixStd(hidden),
    });
    x = graph.node('Add', [x, mixed]);
    const wide = graph.linear(
      layerNorm(graph, x, `${name}.norm2`, hidden),
      `${name}.mlp.linear_fc1`,
      vision.intermediate,
      hidden,
      {
        bias: true,
      },
    );
    const narrow = graph.linear(graph.node('FastGelu', [wide]), `${name}.mlp.linear_fc2`, hidden, vision.intermediate, {
      bias: true,
      std: mixStd(vision.intermediate),
    });
    x = graph.node('Add', [x, narrow]);
  }
  const merged = hidden * merge ** 2;
  const squares = graph.node('Reshape', [
    layerNorm(graph, x, `${PREFIX}.merger.norm`, hidden),
    graph.integers(-1, merged),
  ]);
  const wide = graph.linear(squares, `${PREFIX}.merger.linear_fc1`, merged, merged, { bias: true });
  graph.linear(graph.node('Gelu', [wide]), `${PREFIX}.merger.linear_fc2`, textHidden, merged, {
    bias: true,
    output: 'image_features',
  });
  graph.output('image_features', ELEMENT.float, ['num_tokens', textHidden]);
}

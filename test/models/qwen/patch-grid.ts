import { ELEMENT, type Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { QwenVisionDims } from '../spec.ts';
import type { CosSin } from '../text/attention.ts';
import { rotaryTables } from '../text/rotary-tables.ts';

const ROPE_THETA = 10_000;

/** Greatest number of patches along a side of a picture. */
const MAX_SIDE = 256;

const POSITION_STD = 0.3;

/** Where the patches of a picture are, worked out inside the graph from the grid's height and width. */
export class PatchGrid {
  readonly #graph: SessionGraph;
  readonly #vision: QwenVisionDims;
  readonly #height: Value;
  readonly #width: Value;
  /** Patches of one temporal patch, a list of one number. */
  readonly patches: Value;

  constructor(graph: SessionGraph, gridThw: Value, vision: QwenVisionDims) {
    this.#graph = graph;
    this.#vision = vision;
    const first = graph.node('Reshape', [
      graph.node('Slice', [gridThw, graph.integers(0), graph.integers(1), graph.integers(0)]),
      graph.integers(3),
    ]);
    this.#height = graph.node('Gather', [first, graph.integers(1)]);
    this.#width = graph.node('Gather', [first, graph.integers(2)]);
    this.patches = graph.node('Mul', [this.#height, this.#width]);
  }

  /** A shape of fixed sizes and lists of one number. */
  shape(...dims: (number | Value)[]): Value {
    const parts = dims.map((dim) => (typeof dim === 'number' ? this.#graph.integers(dim) : dim));
    return this.#graph.node('Concat', parts, { attributes: { axis: 0 } });
  }

  /** The learned square of embeddings, stretched over the picture so that corners meet corners: [patches, hidden]. */
  positionEmbeddings(name: string): Value {
    const graph = this.#graph;
    const { hidden, positionsSide } = this.#vision;
    const table = graph.weight(name, [positionsSide ** 2, hidden], { mean: 0, std: POSITION_STD });
    const square = graph.node('Reshape', [table, graph.integers(1, positionsSide, positionsSide, hidden)]);
    const channelsFirst = graph.node('Transpose', [square], { attributes: { perm: [0, 3, 1, 2] } });
    const sizes = this.shape(1, hidden, this.#height, this.#width);
    const stretched = graph.node('Resize', [channelsFirst, '', '', sizes], {
      attributes: { mode: 'linear', coordinate_transformation_mode: 'align_corners' },
    });
    const channelsLast = graph.node('Transpose', [stretched], { attributes: { perm: [0, 2, 3, 1] } });
    return this.#mergeOrder(channelsLast, hidden);
  }

  /** Rotation by row in the first half of the angles and by column in the second: [patches, headDim / 2] each. */
  rotation(headDim: number): CosSin {
    const { cos, sin } = rotaryTables(MAX_SIDE, headDim / 2, ROPE_THETA);
    return {
      cos: this.#byRowAndColumn('vision_cos', cos, headDim),
      sin: this.#byRowAndColumn('vision_sin', sin, headDim),
    };
  }

  #byRowAndColumn(name: string, values: Float32Array, headDim: number): Value {
    const graph = this.#graph;
    const angles = headDim / 4;
    const table = graph.tensor(name, ELEMENT.float, [MAX_SIDE, angles], values);
    const shape = this.shape(this.#height, this.#width, angles);
    const along = (length: Value, axis: number): Value => {
      const entries = graph.node('Slice', [table, graph.integers(0), length, graph.integers(0)]);
      return graph.node('Expand', [graph.node('Unsqueeze', [entries, graph.integers(axis)]), shape]);
    };
    const both = graph.node('Concat', [along(this.#height, 1), along(this.#width, 0)], { attributes: { axis: -1 } });
    return this.#mergeOrder(both, headDim / 2);
  }

  /** [height, width, channels] → [patches, channels] in the order in which squares of patches follow each other. */
  #mergeOrder(x: Value, channels: number): Value {
    const graph = this.#graph;
    const { merge } = this.#vision;
    const squares = (side: Value): Value => graph.node('Div', [side, graph.integers(merge)]);
    const shape = this.shape(squares(this.#height), merge, squares(this.#width), merge, channels);
    const apart = graph.node('Reshape', [x, shape]);
    const ordered = graph.node('Transpose', [apart], { attributes: { perm: [0, 2, 1, 3, 4] } });
    return graph.node('Reshape', [ordered, graph.integers(-1, channels)]);
  }
}

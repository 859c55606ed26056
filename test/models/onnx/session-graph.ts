import type { Dtype } from '../spec.ts';
import type { Init, WeightSource } from '../weights.ts';
import { ELEMENT, Graph, type Value } from './graph.ts';
import type { ModelSink } from './model-file.ts';
import { BLOCK, toEightBit, toFourBit, toSignedEightBit, transposed } from './quantize.ts';

export interface LinearOptions {
  bias?: boolean;
  /** Deviation of random weights; by default what keeps the size of the values. */
  std?: number;
  /** Name of the result. */
  output?: Value;
}

const BIAS_STD = 0.02;

/** Activations in eight bits with their scale and zero point. */
type Quantized = readonly [values: Value, scale: Value, zeroPoint: Value];

/**
 * A graph of a model with weights in one precision. Tensors of float weights carry the names of the PyTorch state dict; those that
 * are stored transposed ([inputs, outputs], as MatMul needs them) say `transposed` in their doc_string.
 */
export class SessionGraph extends Graph {
  readonly #dtype: Dtype;
  readonly #weights: WeightSource;
  readonly #quantized = new Map<Value, Quantized>();

  constructor(name: string, sink: ModelSink, dtype: Dtype, weights: WeightSource) {
    super(name, sink);
    this.#dtype = dtype;
    this.#weights = weights;
  }

  /** A tensor of weights as PyTorch has it, in full precision whatever the session's is. */
  weight(name: string, dims: readonly number[], init: Init): Value {
    return this.has(name) ? name : this.tensor(name, ELEMENT.float, dims, this.#weights(name, dims, init));
  }

  /** x · Wᵀ + b for weights [outputs, inputs] called `${name}.weight` and `${name}.bias`. */
  linear(x: Value, name: string, outputs: number, inputs: number, options: LinearOptions = {}): Value {
    const { bias = false, std = 1 / Math.sqrt(inputs), output } = options;
    const named = output === undefined ? {} : { output };
    const weights = this.#weights(`${name}.weight`, [outputs, inputs], { mean: 0, std });
    const product = this.#multiply(x, `${name}.weight`, weights, outputs, inputs, bias ? {} : named);
    if (!bias) return product;
    return this.node('Add', [product, this.weight(`${name}.bias`, [outputs], { mean: 0, std: BIAS_STD })], named);
  }

  /** The rows of a table [rows, width] at `ids`. Four-bit exports keep their tables in full precision. */
  lookUp(ids: Value, name: string, rows: number, width: number, std: number, output: Value): Value {
    const weights = this.#weights(name, [rows, width], { mean: 0, std });
    if (this.#dtype !== 'q8') {
      return this.node('Gather', [this.tensor(name, ELEMENT.float, [rows, width], weights), ids], { output });
    }
    const { values, scale } = toSignedEightBit(weights);
    const table = this.tensor(`${name}_quantized`, ELEMENT.int8, [rows, width], values);
    return this.node('DequantizeLinear', [this.node('Gather', [table, ids]), this.float(scale)], { output });
  }

  #multiply(
    x: Value,
    name: string,
    weights: Float32Array,
    outputs: number,
    inputs: number,
    named: { output?: Value },
  ): Value {
    if (this.#dtype === 'fp32') {
      const values = transposed(weights, outputs, inputs);
      return this.node('MatMul', [x, this.tensor(name, ELEMENT.float, [inputs, outputs], values, 'transposed')], named);
    }
    if (this.#dtype === 'q4') {
      const { packed, scales } = toFourBit(weights);
      const operands = [
        this.tensor(`${name}_Q4`, ELEMENT.uint8, [outputs, inputs / BLOCK, BLOCK / 2], packed),
        this.tensor(`${name}_scales`, ELEMENT.float, [(outputs * inputs) / BLOCK], scales),
      ];
      const attributes = { K: inputs, N: outputs, bits: 4, block_size: BLOCK };
      return this.node('MatMulNBits', [x, ...operands], { attributes, ...named });
    }
    const { values, scale, zeroPoint } = toEightBit(weights, outputs, inputs);
    const [quantized, xScale, xZeroPoint] = this.#quantize(x);
    const sums = this.node('MatMulInteger', [
      quantized,
      this.tensor(`${name}_quantized`, ELEMENT.uint8, [inputs, outputs], values),
      xZeroPoint,
      this.tensor(`${name}_zero_point`, ELEMENT.uint8, [], Uint8Array.of(zeroPoint)),
    ]);
    const scales = this.node('Mul', [xScale, this.tensor(`${name}_scale`, ELEMENT.float, [], Float32Array.of(scale))]);
    return this.node('Mul', [this.node('Cast', [sums], { attributes: { to: ELEMENT.float } }), scales], named);
  }

  /** Layers that read the same value share its quantised form. */
  #quantize(x: Value): Quantized {
    const known = this.#quantized.get(x);
    if (known !== undefined) return known;
    const made: Quantized = [this.fresh(), this.fresh(), this.fresh()];
    this.nodeTo(made, 'DynamicQuantizeLinear', [x]);
    this.#quantized.set(x, made);
    return made;
  }
}

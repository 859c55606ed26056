import type { onnx } from 'onnx-proto';
import type { ModelSink } from './model-file.ts';

/** Element types, numbered as in onnx.proto. */
export const ELEMENT = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9 } as const;

export type ElementType = (typeof ELEMENT)[keyof typeof ELEMENT];

/** Name of a tensor in the graph. */
export type Value = string;

/** A number of attribute type float; a bare number is an integer. */
export interface FloatAttribute {
  float: number;
}

type Attribute = number | string | readonly number[] | FloatAttribute;

interface NodeOptions {
  attributes?: Record<string, Attribute>;
  /** Name for the result where it must have a certain one. */
  output?: Value;
}

/** Operators of onnxruntime that ONNX does not have. */
const MICROSOFT = new Set([
  'CausalConvWithState',
  'FastGelu',
  'GroupQueryAttention',
  'LinearAttention',
  'MatMulNBits',
  'MultiHeadAttention',
  'SkipSimplifiedLayerNormalization',
]);

const OPSET = [
  { domain: '', version: 21 },
  { domain: 'com.microsoft', version: 1 },
];

const IR_VERSION = 10;

/** A computation graph that is written out as it is put together; nothing is left to write but nodes when it is finished. */
export class Graph {
  readonly #name: string;
  readonly #sink: ModelSink;
  readonly #nodes: onnx.INodeProto[] = [];
  readonly #inputs: onnx.IValueInfoProto[] = [];
  readonly #outputs: onnx.IValueInfoProto[] = [];
  readonly #tensors = new Set<Value>();
  #values = 0;

  constructor(name: string, sink: ModelSink) {
    this.#name = name;
    this.#sink = sink;
  }

  /** @param dims A word is a dimension that may vary. */
  input(name: Value, type: ElementType, dims: readonly (number | string)[]): Value {
    this.#inputs.push(valueInfo(name, type, dims));
    return name;
  }

  output(name: Value, type: ElementType, dims: readonly (number | string)[]): void {
    this.#outputs.push(valueInfo(name, type, dims));
  }

  /** An operator with one result. */
  node(
    operator: string,
    inputs: readonly Value[],
    { attributes = {}, output = this.fresh() }: NodeOptions = {},
  ): Value {
    this.nodeTo([output], operator, inputs, attributes);
    return output;
  }

  /** An operator with several results; an empty name is one that is not wanted. */
  nodeTo(
    outputs: readonly Value[],
    operator: string,
    inputs: readonly Value[],
    attributes: Record<string, Attribute> = {},
  ): void {
    this.#nodes.push({
      name: `${operator}_${this.#nodes.length}`,
      opType: operator,
      domain: MICROSOFT.has(operator) ? 'com.microsoft' : '',
      input: [...inputs],
      output: [...outputs],
      attribute: Object.entries(attributes).map(([name, value]) => attributeOf(name, value)),
    });
  }

  /** A name that no other value has. */
  fresh(): Value {
    this.#values += 1;
    return `value_${this.#values}`;
  }

  has(tensor: Value): boolean {
    return this.#tensors.has(tensor);
  }

  /** A constant tensor; one that is there already is not written again. */
  tensor(name: Value, type: ElementType, dims: readonly number[], data: ArrayBufferView, remark = ''): Value {
    if (this.#tensors.has(name)) return name;
    this.#tensors.add(name);
    const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    this.#sink({ graph: { initializer: [{ name, dataType: type, dims: [...dims], rawData, docString: remark }] } });
    return name;
  }

  /** A list of whole numbers. */
  integers(...values: readonly (number | bigint)[]): Value {
    const data = BigInt64Array.from(values, BigInt);
    return this.tensor(`integers_${values.join('_')}`, ELEMENT.int64, [values.length], data);
  }

  /** One whole number without dimensions. */
  integer(value: number): Value {
    return this.tensor(`integer_${value}`, ELEMENT.int64, [], BigInt64Array.of(BigInt(value)));
  }

  /** One number without dimensions. */
  float(value: number): Value {
    return this.tensor(`float_${value}`, ELEMENT.float, [], Float32Array.of(value));
  }

  finish(): void {
    this.#sink({
      irVersion: IR_VERSION,
      producerName: 'loupe',
      opsetImport: OPSET,
      graph: { name: this.#name, node: this.#nodes, input: this.#inputs, output: this.#outputs },
    });
  }
}

function valueInfo(name: Value, elemType: ElementType, dims: readonly (number | string)[]): onnx.IValueInfoProto {
  const dim = dims.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

/** Attribute types are numbered as in onnx.proto. */
function attributeOf(name: string, value: Attribute): onnx.IAttributeProto {
  if (typeof value === 'number') return { name, type: 2, i: value };
  if (typeof value === 'string') return { name, type: 3, s: Buffer.from(value) };
  if ('float' in value) return { name, type: 1, f: value.float };
  return { name, type: 7, ints: [...value] };
}

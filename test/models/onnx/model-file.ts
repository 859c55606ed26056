import { closeSync, openSync, writeFileSync } from 'node:fs';
import onnxProto, { type onnx } from 'onnx-proto';

/** Whatever takes parts of a model, one after the other. */
export type ModelSink = (part: onnx.IModelProto) => void;

/**
 * Writes a model part by part, so that no more than one tensor is in memory. Parts that follow each other in a file are one
 * message: a reader of protocol buffers merges embedded messages and appends to lists.
 * See https://protobuf.dev/programming-guides/encoding/#last-one-wins
 */
export function writeModelFile(path: string, write: (sink: ModelSink) => void): void {
  const descriptor = openSync(path, 'w');
  try {
    write((part) => writeFileSync(descriptor, onnxProto.onnx.ModelProto.encode(part).finish()));
  } finally {
    closeSync(descriptor);
  }
}

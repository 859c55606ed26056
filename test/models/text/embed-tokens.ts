import { ELEMENT } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { TextDims } from '../spec.ts';
import { outputStd } from './cache-and-logits.ts';

/** Token ids → embeddings. A matrix that is the output layer too must be drawn from one distribution in both sessions. */
export function writeEmbedTokens(graph: SessionGraph, name: string, { hidden, tied, vocabulary }: TextDims): void {
  graph.input('input_ids', ELEMENT.int64, ['batch_size', 'sequence_length']);
  graph.lookUp('input_ids', name, vocabulary, hidden, tied ? outputStd(hidden) : 1, 'inputs_embeds');
  graph.output('inputs_embeds', ELEMENT.float, ['batch_size', 'sequence_length', hidden]);
}

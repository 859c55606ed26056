import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DTYPE_SUFFIX, SESSIONS } from '../../src/models/session-files.ts';
import { writeModelFile } from './onnx/model-file.ts';
import { SessionGraph } from './onnx/session-graph.ts';
import * as qwenText from './qwen/decoder.ts';
import { qwenFiles, qwenTokenizer } from './qwen/files.ts';
import * as qwenVision from './qwen/vision-encoder.ts';
import * as smolVlmText from './smolvlm/decoder.ts';
import { smolVlmFiles, smolVlmTokenizer } from './smolvlm/files.ts';
import * as smolVlmVision from './smolvlm/vision-encoder.ts';
import type { CheckpointSpec, Dtype, QwenSpec, SessionName, SmolVlmSpec } from './spec.ts';
import { writeEmbedTokens } from './text/embed-tokens.ts';
import { seeded, type WeightSource } from './weights.ts';

/** What a family says of a checkpoint: its JSON files by name, and how each session's graph is put together. */
interface Family {
  files: Record<string, object>;
  sessions: Record<SessionName, (graph: SessionGraph) => void>;
}

function familyOf(spec: CheckpointSpec): Family {
  return spec.family === 'smolvlm' ? smolVlm(spec) : qwen(spec);
}

function smolVlm(spec: SmolVlmSpec): Family {
  return {
    files: smolVlmFiles(spec, smolVlmTokenizer(spec)),
    sessions: {
      embed_tokens: (graph) => writeEmbedTokens(graph, 'model.text_model.embed_tokens.weight', spec.text),
      vision_encoder: (graph) => smolVlmVision.writeVisionEncoder(graph, spec),
      decoder_model_merged: (graph) => smolVlmText.writeDecoder(graph, spec),
    },
  };
}

function qwen(spec: QwenSpec): Family {
  return {
    files: qwenFiles(spec, qwenTokenizer(spec)),
    sessions: {
      embed_tokens: (graph) => writeEmbedTokens(graph, 'model.language_model.embed_tokens.weight', spec.text),
      vision_encoder: (graph) => qwenVision.writeVisionEncoder(graph, spec.vision, spec.text.hidden),
      decoder_model_merged: (graph) => qwenText.writeDecoder(graph, spec),
    },
  };
}

/**
 * Writes a checkpoint in the hub's layout: JSON files, and a session file for each session and precision under onnx/. The
 * same spec and weights give the same bytes. Holds no more than a few tensors in memory.
 */
export function buildCheckpoint(
  spec: CheckpointSpec,
  folder: string,
  dtypes: readonly Dtype[],
  weights: WeightSource = seeded(spec.seed),
): void {
  const { files, sessions } = familyOf(spec);
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), `${JSON.stringify(content, null, 1)}\n`);
  }
  for (const dtype of dtypes) {
    for (const session of SESSIONS) {
      writeModelFile(join(folder, 'onnx', `${session}${DTYPE_SUFFIX[dtype]}.onnx`), (sink) => {
        const graph = new SessionGraph(session, sink, dtype, weights);
        sessions[session](graph);
        graph.finish();
      });
    }
  }
}

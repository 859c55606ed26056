import { ELEMENT, type Value } from '../onnx/graph.ts';
import type { SessionGraph } from '../onnx/session-graph.ts';
import type { QwenTextDims } from '../spec.ts';
import type { CosSin } from '../text/attention.ts';
import { rotaryTables } from '../text/rotary-tables.ts';

/** Rotation by `position_ids` [3, batch, new], each angle by time, row or column: [batch, 1, new, rotaryWidth / 2]. */
export function positionRotation(graph: SessionGraph, text: QwenTextDims): CosSin {
  const { context, ropeTheta, rotaryWidth } = text;
  const angles = rotaryWidth / 2;
  const selector = graph.tensor('rope_axis', ELEMENT.float, [3, 1, 1, angles], axisOfAngles(text));
  const tables = rotaryTables(context, rotaryWidth, ropeTheta);
  const rotate = (name: string, values: Float32Array): Value => {
    const table = graph.tensor(name, ELEMENT.float, [context, angles], values);
    const byAxis = graph.node('Mul', [graph.node('Gather', [table, 'position_ids']), selector]);
    const chosen = graph.node('ReduceSum', [byAxis, graph.integers(0)], { attributes: { keepdims: 0 } });
    return graph.node('Unsqueeze', [chosen, graph.integers(1)]);
  };
  return { cos: rotate('cos_cache', tables.cos), sin: rotate('sin_cache', tables.sin) };
}

/** For each of time, row and column, 1 at the angles that follow it: the interleaved layout of Qwen3-VL. */
function axisOfAngles({ ropeSections, rotaryWidth }: QwenTextDims): Float32Array {
  const angles = rotaryWidth / 2;
  const selector = new Float32Array(3 * angles);
  for (let angle = 0; angle < angles; angle++) {
    const axis = angle % 3;
    const follows = angle < 3 * (ropeSections[axis] ?? 0) ? axis : 0;
    selector[follows * angles + angle] = 1;
  }
  return selector;
}

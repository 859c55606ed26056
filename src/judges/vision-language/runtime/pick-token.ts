import { seededRandom } from '../../../domain/random.ts';

/** Chooses the next token from its logits. */
export type PickToken = (logits: Float32Array) => number;

export function greedy(logits: Float32Array): number {
  let best = 0;
  for (let id = 1; id < logits.length; id++) if ((logits[id] ?? 0) > (logits[best] ?? 0)) best = id;
  return best;
}

const TEMPERATURE = 0.7;
/** Nucleus sampling (arXiv 1904.09751): the likeliest tokens that together reach this probability. */
const TOP_P = 0.9;
/** Tokens this much less likely than the best are never in the nucleus; leaving them out makes sorting cheap. */
const NEGLIGIBLE = 1e-6;

/** Samples reproducibly: the same seed and the same logits give the same tokens. */
export function sampler(seed: number): PickToken {
  const random = seededRandom(seed);
  return (logits) => {
    const best = greedy(logits);
    const top = logits[best] ?? 0;
    const weights = logits.map((logit) => Math.exp((logit - top) / TEMPERATURE));
    const weightOf = (id: number) => weights[id] ?? 0;
    const likely = Array.from(weights.keys())
      .filter((id) => weightOf(id) > NEGLIGIBLE)
      .sort((a, b) => weightOf(b) - weightOf(a) || a - b);
    const enough = TOP_P * weights.reduce((sum, weight) => sum + weight, 0);
    let nucleus = 0;
    let size = 0;
    while (size < likely.length && nucleus < enough) nucleus += weightOf(likely[size++] ?? best);
    let left = random() * nucleus;
    for (const id of likely.slice(0, size)) {
      left -= weightOf(id);
      if (left < 0) return id;
    }
    return best;
  };
}

/** A seed of its own for each vote on each question, whatever order they are asked in (FNV-1a). */
export function seedOf(seed: number, questionId: string, vote: number): number {
  let hash = 2166136261;
  for (const character of `${seed}/${questionId}/${vote}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

import { LoupeError } from '../../../domain/error.ts';
import { evenlySpread } from '../../../domain/evenly-spread.ts';
import type { KnownAnswers } from '../../../models/known-answers.ts';
import { Branch } from './branch.ts';
import type { LoadedParts } from './loaded-model.ts';

/** Tokens of the text that is read in one go and in two: from 32 new tokens on, kernels differ. */
const PROBE_TOKENS = 80;
const PROBE_SPLIT = 37;

/**
 * Greatest difference in a logit between reading a text in one go and in two. Rounding alone gives 1e-5 in fp32 and q4, and a
 * few hundredths in half precision; kernels that were silently wrong gave 1.7.
 */
const SPLIT_TOLERANCE = 0.25;

/** In q8 the two differ by design: activations are quantised with one scale for everything in a run. */
const DEPENDS_ON_COMPANY = ['q8', 'int8', 'uint8'];

/**
 * Finds out whether this machine computes what the model means: the logits that are stored with the model, and whether a text
 * read in one go gives the same as read in two.
 * @returns the greatest deviation from the stored logits; null when none are stored
 * @throws LoupeError `check_failed`
 */
export async function checkModel(
  parts: LoadedParts,
  dtype: string,
  known: KnownAnswers | null,
): Promise<number | null> {
  const ids = known?.inputIds ?? probeIds(parts);
  const whole = await logitsOf(parts, [ids]);
  if (!whole.every(Number.isFinite)) throw checkFailed('it gives numbers that are not finite');
  if (!DEPENDS_ON_COMPANY.includes(dtype)) {
    const split = await logitsOf(parts, [ids.slice(0, PROBE_SPLIT), ids.slice(PROBE_SPLIT)]);
    const difference = whole.reduce((most, logit, id) => Math.max(most, Math.abs(logit - (split[id] ?? 0))), 0);
    if (difference > SPLIT_TOLERANCE)
      throw checkFailed(`reading a text in two steps changes its numbers by ${difference.toPrecision(2)}`);
  }
  if (known === null) return null;
  const deviation = known.tokenIds.reduce((most, id, i) => {
    return Math.max(most, Math.abs((whole[id] ?? Number.NaN) - (known.logits[i] ?? Number.NaN)));
  }, 0);
  if (!(deviation <= known.tolerance))
    throw checkFailed(`its numbers differ by ${deviation.toPrecision(2)} from those stored with it`);
  return deviation;
}

/** Tokens whose logits are stored: the likeliest ones, which decide answers, and some from everywhere. */
const LIKELIEST = 16;
const SPREAD = 48;

/** Greatest difference allowed between machines, in logits: kernels round differently, wrong ones are off by more. */
const TOLERANCE = 0.25;

/** What this machine computes for the probe text, to be stored with the model. */
export async function computeKnownAnswers(parts: LoadedParts): Promise<KnownAnswers> {
  const inputIds = probeIds(parts);
  const logits = await logitsOf(parts, [inputIds]);
  const byLogit = Array.from(logits.keys()).sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0));
  const tokenIds = [...new Set([...byLogit.slice(0, LIKELIEST), ...evenlySpread(logits.length, SPREAD)])];
  return { inputIds, tokenIds, logits: tokenIds.map((id) => logits[id] ?? 0), tolerance: TOLERANCE };
}

/** Logits after a text that is read in the given pieces. */
async function logitsOf(parts: LoadedParts, pieces: readonly number[][]): Promise<Float32Array> {
  const branch = new Branch(parts, null);
  try {
    let logits = new Float32Array();
    for (const ids of pieces) logits = new Float32Array(await branch.read(ids));
    return logits;
  } finally {
    await branch.close();
  }
}

/** Ordinary tokens of the vocabulary, far apart. */
export function probeIds({ tokenizer }: LoadedParts): number[] {
  const size = tokenizer.get_vocab().size;
  return Array.from({ length: PROBE_TOKENS }, (_, i) => 260 + ((i * 37) % Math.max(1, Math.min(size, 30_000) - 300)));
}

function checkFailed(what: string): LoupeError {
  return new LoupeError(
    'check_failed',
    `The model does not compute rightly on this machine: ${what}.`,
    'Loupe goes on with another way to run it, if there is one.',
  );
}

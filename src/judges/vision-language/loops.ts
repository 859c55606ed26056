const LONGEST_PERIOD = 32;
const FEWEST_REPEATS = 3;
/** Shorter repetitions ("very, very, very", a row of dots) end by themselves. */
const FEWEST_TOKENS = 24;

/**
 * Whether generated token ids end in a loop: the same up to 32 tokens at least three times in a row, and at least 24 tokens
 * of it. Cheap enough to ask after every token: a period is given up at its first mismatch.
 */
export function endsInLoop(ids: readonly number[]): boolean {
  for (let period = 1; period <= LONGEST_PERIOD; period++)
    if (repeatsAtEnd(ids, period, Math.max(FEWEST_TOKENS, FEWEST_REPEATS * period))) return true;
  return false;
}

/** Whether the last `length` ids repeat with a period. */
function repeatsAtEnd(ids: readonly number[], period: number, length: number): boolean {
  if (ids.length < length) return false;
  for (let position = ids.length - 1; position >= ids.length - length + period; position--)
    if (ids[position] !== ids[position - period]) return false;
  return true;
}

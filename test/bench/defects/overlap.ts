import type { SecondsSpan } from './make/cases.ts';

/** A span shorter than this is widened to it before spans are compared: a cut has no length, and nobody sees less. */
export const LEAST_SPAN_SECONDS = 0.5;

function widened([start, end]: SecondsSpan): SecondsSpan {
  const missing = Math.max(0, LEAST_SPAN_SECONDS - (end - start)) / 2;
  return [start - missing, end + missing];
}

/** Length of what two spans share over the length of what they cover, 0..1, each at least half a second long. */
export function overlap(one: SecondsSpan, other: SecondsSpan): number {
  const [startOne, endOne] = widened(one);
  const [startOther, endOther] = widened(other);
  const shared = Math.min(endOne, endOther) - Math.max(startOne, startOther);
  if (shared <= 0) return 0;
  return shared / (Math.max(endOne, endOther) - Math.min(startOne, startOther));
}

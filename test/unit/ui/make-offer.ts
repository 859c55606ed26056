import type { JudgeCard, JudgeOffer } from '../../../src/judges/judge.ts';

/** A judge on offer with everything a test does not care about filled in; usable unless said otherwise. */
export function makeOffer(
  id: string,
  changes: Partial<JudgeCard> = {},
  unavailable: JudgeOffer['unavailable'] = null,
): JudgeOffer {
  const card = {
    id,
    name: `Judge ${id}`,
    version: '1',
    description: 'Looks and answers.',
    kinds: { clarity: null },
    calibrationVersion: null,
    needs: [],
    sizeBytes: 0,
    licence: 'MIT',
    backend: 'wasm',
    reasons: false,
    fallback: false,
    quick: true,
    ...changes,
  };
  return { card, unavailable };
}

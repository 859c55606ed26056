import { BranchGroup, type CacheLayout } from './branch-group.ts';
import type { LoadedParts } from './loaded-model.ts';
import type { BegunText } from './write-text.ts';

/**
 * Writes several texts on from their branches, each a token at a time, in one run of the decoder for all. Gives each text when it
 * has ended, its branch being usable again then; the others wait for whoever asks for the next.
 */
export async function* writeTogether<Text extends BegunText>(
  parts: LoadedParts,
  layout: CacheLayout,
  texts: readonly Text[],
): AsyncGenerator<Text, void, undefined> {
  let left: { text: Text; next: number }[] = [];
  for (const text of texts) {
    const next = text.writer.take(text.logits);
    if (next === null) yield text;
    else left.push({ text, next });
  }
  if (left.length === 0) return;
  const states = left.flatMap(({ text }) => text.branch.states ?? []);
  const group = new BranchGroup(parts, layout, states);
  while (left.length > 0) {
    const rows = await group.read(left.map(({ next }) => next));
    const going: typeof left = [];
    for (const [i, { text }] of left.entries()) {
      const next = text.writer.take(rows[i] ?? new Float32Array());
      if (next !== null) {
        going.push({ text, next });
        continue;
      }
      // Those before it that ended have left already.
      await text.branch.adopt(group.take(going.length));
      yield text;
    }
    left = going;
  }
}

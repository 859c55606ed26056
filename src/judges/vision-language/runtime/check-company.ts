import type { PreTrainedModel } from '@huggingface/transformers';
import type { Rung } from '../../../domain/reasoning.ts';
import { Branch } from './branch.ts';
import { BranchGroup, type CacheLayout, canJoin } from './branch-group.ts';
import { probeIds } from './check-model.ts';
import type { LoadedParts } from './loaded-model.ts';
import { greedy } from './pick-token.ts';

/** Precisions in which a row's numbers do not depend on the rows beside it; in q8 all rows of a run share a scale. */
const EXACT_IN_COMPANY = ['fp32', 'q4'];

/** Greatest difference in a logit: kernels for one row and for several round differently by 1e-5, a wrong layout is off by 0.1. */
const TOLERANCE = 1e-3;

/** Two texts of unlike length: what each begins with, what it reads token by token (in a group, one for longer), and the rest. */
const TEXTS = [
  { start: [0, 5], together: [5, 7], after: [7, 9] },
  { start: [20, 29], together: [29, 32], after: [32, 34] },
] as const;

/**
 * Finds out how branches of this model can read in one run, by trying: two short texts must give the same logits together as alone,
 * also after one of them has left the group.
 * @returns null when they must read one after the other: on a GPU, where states stay there, and wherever results would differ
 */
export async function findCacheLayout(parts: LoadedParts, { device, dtype }: Rung): Promise<CacheLayout | null> {
  if (device !== 'wasm' || !EXACT_IN_COMPANY.includes(dtype)) return null;
  const ids = probeIds(parts);
  const texts = TEXTS.map(({ start, together, after }) => ({
    start: ids.slice(...start),
    together: ids.slice(...together),
    after: ids.slice(...after),
  }));
  const alone: Float32Array[][] = [];
  for (const text of texts) alone.push(await readAlone(parts, text));
  for (const layout of ['right', 'middle'] as const) {
    const together = await harmless(parts.model, () => readTogether(parts, layout, texts));
    if (together !== null && agree(alone, together)) return layout;
  }
  return null;
}

type Text = Record<'start' | 'together' | 'after', number[]>;

/** Logits after each token that the group reads, and after the rest. */
async function readAlone(parts: LoadedParts, { start, together, after }: Text): Promise<Float32Array[]> {
  const branch = new Branch(parts, null);
  await branch.read(start);
  const logits: Float32Array[] = [];
  for (const id of together) logits.push(await branch.read([id]));
  logits.push(await branch.read(after));
  await branch.close();
  return logits;
}

/** The same in a group, which the first text leaves before the second; null where states cannot be joined. */
async function readTogether(
  parts: LoadedParts,
  layout: CacheLayout,
  texts: readonly Text[],
): Promise<Float32Array[][] | null> {
  const members = texts.map((text) => ({ ...text, branch: new Branch(parts, null), logits: [] as Float32Array[] }));
  for (const { branch, start } of members) await branch.read(start);
  const states = members.flatMap(({ branch }) => branch.states ?? []);
  if (!states.every(canJoin)) return null;
  const group = new BranchGroup(parts, layout, states);
  let left = members;
  for (let step = 0; left.length > 0; step++) {
    const rows = await group.read(left.flatMap(({ together }) => together[step] ?? []));
    for (const [i, member] of left.entries()) member.logits.push(rows[i] ?? new Float32Array());
    for (const member of left.filter(({ together }) => together.length === step + 1)) {
      await member.branch.adopt(group.take(left.indexOf(member)));
      member.logits.push(await member.branch.read(member.after));
      left = left.filter((other) => other !== member);
    }
  }
  return members.map(({ logits }) => logits);
}

function agree(alone: readonly Float32Array[][], together: readonly Float32Array[][]): boolean {
  return alone.every((text, i) =>
    text.every((logits, step) => {
      const others = together[i]?.[step];
      if (others?.length !== logits.length || greedy(others) !== greedy(logits)) return false;
      return logits.every((logit, id) => Math.abs(logit - (others[id] ?? Number.NaN)) <= TOLERANCE);
    }),
  );
}

/**
 * Lets work fail without harm: after a run that fails the library rejects every later one, so here the decoder's session gives
 * nothing instead of failing.
 * @returns null when it failed
 */
async function harmless<T>({ sessions }: PreTrainedModel, work: () => Promise<T>): Promise<T | null> {
  const { decoder_model_merged: session } = sessions;
  const { run } = session;
  session.run = (...feeds: unknown[]) => Promise.resolve(run.apply(session, feeds)).catch(() => ({}));
  try {
    return await work();
  } catch {
    return null;
  } finally {
    session.run = run;
  }
}

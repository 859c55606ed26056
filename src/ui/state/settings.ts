import { EQUAL_PROFILE } from '../../domain/profile.ts';
import { DEFAULT_REASONING } from '../../domain/reasoning.ts';
import type { EvaluationSettings } from '../../evaluate/evaluation.ts';
import { AUTO } from '../../judges/catalogue.ts';
import type { Library } from '../../library/library.ts';

/**
 * How the person last chose to judge and to add up; the defaults for what an earlier version did not know, and where the
 * browser keeps nothing.
 */
export async function rememberedSettings(library: Pick<Library, 'settings'>): Promise<EvaluationSettings> {
  const stored = await library.settings().catch(() => null);
  return {
    judge: AUTO,
    gateByParents: false,
    profile: EQUAL_PROFILE,
    ...stored,
    reasoning: { ...DEFAULT_REASONING, ...stored?.reasoning },
  };
}

/** Writes changes to what is remembered, one after the other: each is added to what the one before it left. */
export function createMemory(library: Pick<Library, 'settings' | 'saveSettings'>) {
  let last: Promise<void> = Promise.resolve();
  return (change: Partial<EvaluationSettings>): Promise<void> => {
    last = last
      .then(async () => library.saveSettings({ ...(await rememberedSettings(library)), ...change }))
      // Where the browser keeps nothing, the choice holds until the page is closed.
      .catch(() => undefined);
    return last;
  };
}

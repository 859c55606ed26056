import { describe, expect, it } from 'vitest';
import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import { DEFAULT_REASONING } from '../../../src/domain/reasoning.ts';
import type { StoredSettings } from '../../../src/library/schema.ts';
import { createMemory, rememberedSettings } from '../../../src/ui/state/settings.ts';

/** A library that keeps settings a while after it was asked to, as IndexedDB does. */
function makeLibrary(stored: StoredSettings | null) {
  const later = () => new Promise((resolve) => setTimeout(resolve, 1));
  return {
    settings: async () => {
      await later();
      return stored;
    },
    saveSettings: async (settings: StoredSettings) => {
      await later();
      stored = settings;
    },
  };
}

describe('remembered settings', () => {
  it('are the defaults where nothing was kept, and where nothing can be', async () => {
    const broken = { settings: () => Promise.reject(new Error('no storage')) };
    const defaults = { judge: 'auto', gateByParents: false, profile: EQUAL_PROFILE, reasoning: DEFAULT_REASONING };
    expect(await rememberedSettings(makeLibrary(null))).toEqual(defaults);
    expect(await rememberedSettings(broken)).toEqual(defaults);
  });

  it('of a version without reasoning judges get the default for them', async () => {
    const old = { judge: 'measured', gateByParents: true, profile: EQUAL_PROFILE };
    expect(await rememberedSettings(makeLibrary(old))).toEqual({ ...old, reasoning: DEFAULT_REASONING });
  });

  it('lose none of two changes made at once', async () => {
    const library = makeLibrary(null);
    const remember = createMemory(library);
    const reasoning = { ...DEFAULT_REASONING, votes: 3 };
    await Promise.all([remember({ judge: 'model' }), remember({ reasoning })]);
    expect(await rememberedSettings(library)).toMatchObject({ judge: 'model', reasoning });
  });

  it('take the next change where one could not be kept', async () => {
    const library = makeLibrary(null);
    let full = true;
    const save = async (settings: StoredSettings) => {
      if (full) throw new Error('no room');
      await library.saveSettings(settings);
    };
    const remember = createMemory({ settings: library.settings, saveSettings: save });
    await remember({ judge: 'a' });
    full = false;
    await remember({ judge: 'b' });
    expect((await rememberedSettings(library)).judge).toBe('b');
  });
});

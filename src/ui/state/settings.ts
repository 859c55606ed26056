import { EQUAL_PROFILE } from '../../domain/profile.ts';
import type { EvaluationSettings } from '../../evaluate/evaluation.ts';
import { AUTO } from '../../judges/catalogue.ts';
import type { Library } from '../../library/library.ts';

const DEFAULT_SETTINGS: EvaluationSettings = { judge: AUTO, gateByParents: false, profile: EQUAL_PROFILE };

/** How the person last chose to judge and to add up; the defaults where the browser keeps nothing. */
export async function rememberedSettings(library: Library): Promise<EvaluationSettings> {
  return (await library.settings().catch(() => null)) ?? DEFAULT_SETTINGS;
}

import { mapDimensions } from '../../domain/dimension.ts';
import type { EvaluationSettings } from '../../evaluate/evaluation.ts';
import type { Library } from '../../library/library.ts';

/** The same as EQUAL_PROFILE, whose module brings the schema library along: not for the first load. */
const DEFAULT_SETTINGS: EvaluationSettings = {
  judge: 'auto',
  gateByParents: false,
  profile: { name: 'equal', weights: mapDimensions(() => 1) },
};

/** How the person last chose to judge and to add up; the defaults where the browser keeps nothing. */
export async function rememberedSettings(library: Library): Promise<EvaluationSettings> {
  return (await library.settings().catch(() => null)) ?? DEFAULT_SETTINGS;
}

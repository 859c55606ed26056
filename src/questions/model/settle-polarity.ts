import type { Polarity } from '../../domain/question.ts';
import { asksForDenied } from './denied.ts';
import { asksForPrompt, type WrittenKind } from './written-kinds.ts';

/** Words of what goes wrong in generated clips; a yes to them is bad. */
const DEFECT =
  /(?<!\p{L})(?:melt|warp|deform|distort|morph|flicker|blur|vanish|disappear|missing|extra|glitch|artefact|artifact|unnatural|unrealistic|inconsisten|pass(?:es|ing)? through|wrong|stutter|jitter|teleport|pop|impossibl|broken|suddenly|change (?:shape|colou?r|size|identity|appearance))/giu;
const MERIT =
  /(?<!\p{L})(?:keep|stay|remain|same|consistent|natural|realistic|real|clear|sharp|smooth|correct|plausible|properly|normal|visibl)/iu;
const NEGATED = /(?:without|free of|no|not|n['’]t)(?: \p{L}+){0,2} $/iu;

const BAD_BY_DEFAULT: ReadonlySet<WrittenKind> = new Set(['deformation', 'dislocation', 'flicker', 'permanence']);

/**
 * Whether a yes is good. The words tell it better than a small model does; its own word decides only where they are silent.
 * @param promptText normalised, lower-case; a prompt in which ice melts asks for melting
 */
export function settlePolarity(
  kind: WrittenKind,
  question: string,
  named: Polarity | null,
  promptText: string,
): Polarity {
  if (asksForPrompt(kind)) return asksForDenied(question, promptText) ? 'negative' : 'positive';
  const defects = [...question.matchAll(DEFECT)].filter(({ 0: word }) => !promptText.includes(word.toLowerCase()));
  const asserted = defects.filter(({ index }) => !NEGATED.test(question.slice(0, index)));
  if (asserted.length > 0) return 'negative';
  if (defects.length > 0 || MERIT.test(question)) return 'positive';
  return named ?? (BAD_BY_DEFAULT.has(kind) ? 'negative' : 'positive');
}

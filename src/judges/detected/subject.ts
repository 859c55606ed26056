import { detectorClassOf } from '../../detectors/lexicon/detector-class.ts';
import type { DetectorLabel } from '../../detectors/lexicon/labels.ts';
import type { Question } from '../../domain/question.ts';
import { type Related, relatedThing } from './relation-text.ts';

/** What a question is about, as far as the detectors know such things. */
export interface Subject {
  /** As the prompt calls it: "girls". Untrusted text. */
  noun: string;
  /** What the detectors look for: "person". */
  label: DetectorLabel;
  /** Whether the noun means more than the detectors can tell: a girl is a person. */
  isKindOf: boolean;
  /** Whether the prompt says the noun itself; "toasting with beer" only implies a person. */
  isNamed: boolean;
  /** Another thing that the question puts it beside, above and so on; null where it does not, or where boxes would not tell. */
  related: Related | null;
}

/**
 * @param prompt what the question was written from; null for a question that a person asked of a clip without one
 * @returns null for what the detectors do not know
 */
export function subjectOf(question: Question, prompt: string | null): Subject | null {
  const { entity } = question;
  if (entity === null) return null;
  const found = detectorClassOf(entity);
  if (found === null) return null;
  const related = relatedThing(question);
  const isNamed = prompt?.toLowerCase().includes(entity.toLowerCase()) ?? true;
  return {
    noun: entity,
    label: found.label,
    isKindOf: found.match === 'is_a',
    isNamed,
    // Of two things of one kind, which is which is not told.
    related: related?.label === found.label ? null : related,
  };
}

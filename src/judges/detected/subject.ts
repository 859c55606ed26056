import { detectorClassOf } from '../../detectors/lexicon/detector-class.ts';
import type { DetectorLabel } from '../../detectors/lexicon/labels.ts';
import type { Question } from '../../domain/question.ts';

/** What a question is about, as far as the detectors know such things. */
export interface Subject {
  /** As the prompt calls it: "girls". Untrusted text. */
  noun: string;
  /** What the detectors look for: "person". */
  label: DetectorLabel;
  /** Whether the noun means more than the detectors can tell: a girl is a person. */
  isKindOf: boolean;
}

/** null for what the detectors do not know. */
export function subjectOf({ entity }: Question): Subject | null {
  if (entity === null) return null;
  const found = detectorClassOf(entity);
  return found === null ? null : { noun: entity, label: found.label, isKindOf: found.match === 'is_a' };
}

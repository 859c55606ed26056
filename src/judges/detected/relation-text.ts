import { detectorClassOf } from '../../detectors/lexicon/detector-class.ts';
import type { DetectorLabel } from '../../detectors/lexicon/labels.ts';
import type { Relation } from '../../detectors/relations.ts';
import type { Question } from '../../domain/question.ts';

/** What a question relates its thing to. */
export interface Related {
  relation: Relation;
  /** In the question's words: "to the left of". */
  words: string;
  label: DetectorLabel;
}

/** Longer phrases first: "on the left of" begins with "on". */
const PHRASES: readonly (readonly [phrase: string, relation: Relation])[] = [
  ['on the left side of', 'left'],
  ['on the right side of', 'right'],
  ['to the left of', 'left'],
  ['to the right of', 'right'],
  ['on the left of', 'left'],
  ['on the right of', 'right'],
  ['on top of', 'on'],
  ['next to', 'beside'],
  ['underneath', 'below'],
  ['alongside', 'beside'],
  ['beneath', 'below'],
  ['beside', 'beside'],
  ['above', 'above'],
  ['below', 'below'],
  ['under', 'below'],
  ['near', 'beside'],
  ['on', 'on'],
];

const ASKS = new RegExp(`^(?:is|are) (?:.+?) (${PHRASES.map(([phrase]) => phrase).join('|')}) (.+)\\?$`, 'iu');

/** Several things, or a question that asks whether it is not so. */
const UNCLEAR = /\b(?:and|or|not)\b|,/iu;

/** Null where a question is about no relation that boxes tell, or about something that the detectors do not know. */
export function relatedThing({ kind, text }: Question): Related | null {
  const found = kind === 'relation' && !UNCLEAR.test(text) ? ASKS.exec(text.trim()) : null;
  const [, words = '', noun = ''] = found ?? [];
  const relation = PHRASES.find(([phrase]) => phrase === words.toLowerCase())?.[1];
  const label = detectorClassOf(noun)?.label;
  return relation === undefined || label === undefined ? null : { relation, words, label };
}

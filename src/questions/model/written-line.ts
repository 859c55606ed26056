import { DIMENSIONS } from '../../domain/dimension.ts';
import type { Polarity } from '../../domain/question.ts';
import { plainForModel } from '../../domain/text-for-models.ts';
import { readKind, type WrittenKind } from './written-kinds.ts';

/** What could be read of a line. */
export interface WrittenLine {
  kind: WrittenKind | null;
  /** As written; null for none, or for the whole clip. */
  entity: string | null;
  /** By the good answer that it names. */
  polarity: Polarity | null;
  /** The first question, as written; null where there is none. */
  question: string | null;
}

const BULLET = /^\s*(?:[-*•‣+#>]+|\(?\d{1,2}[.):]|[a-z][.)]|q\d{0,2}[.:])\s*/iu;
/** Names that models put before a field, as in "Kind: action" or JSON. */
const FIELD_NAME =
  /^["'\s]*(?:kind|type|category|dimension|thing|entity|subject|object|polarity|good answer|expected answer|answer|question|text)["']?\s*[:=]\s*/iu;
/** Begins a field: "What colour is the dog?" asks for no yes. The question mark may be missing at the end of the line. */
const QUESTION =
  /(?<=(?:^|[|¦;:\t"“'‹(.–-])\s*)(?:is|are|was|were|do|does|did|has|have|can|could|will)\s[^?|]*(?:\?|$)/iu;
const WHOLE_CLIP =
  /^(?:none|null|n\/?a|-|all|whole|entire|overall|everything|(?:the )?(?:whole |entire )?(?:video|clip|scene|prompt))$/iu;
const GOOD: ReadonlyMap<string, Polarity> = new Map([
  ...(['yes', 'positive', 'good', 'true', 'y', '+'] as const).map((word): [string, Polarity] => [word, 'positive']),
  ...(['no', 'negative', 'bad', 'false', 'n'] as const).map((word): [string, Polarity] => [word, 'negative']),
]);

/** Some models name the dimension besides the kind, or instead of it. */
const DIMENSION_NAMES: ReadonlySet<string> = new Set(DIMENSIONS);

/** Reads `kind | thing | good answer | question?`, with fields missing, added, out of order, named, or as JSON. */
export function readLine(line: string): WrittenLine {
  const plain = plainForModel(line)
    .replace(/^[`{[\s]+|[`}\],\s]+$/gu, '')
    .replace(BULLET, '')
    .replace(/\*\*|__/gu, '');
  const question = QUESTION.exec(plain);
  const fields = (
    question === null ? plain : plain.slice(0, question.index) + plain.slice(question.index + question[0].length)
  )
    .split(/[|¦;\t]|["']\s*,\s*["']|\s[–—-]\s/u)
    .map((field) => field.replace(FIELD_NAME, '').replace(/^["'\s:,.(<‹[]+|["'\s:,.)>›\]]+$/gu, ''))
    .filter((field) => field !== '' && !FIELD_NAME.test(`${field}:`));
  const read: WrittenLine = { kind: null, entity: null, polarity: null, question: tidy(question?.[0]) };
  let dimension: WrittenKind | null = null;
  for (const field of fields) {
    const polarity = GOOD.get(field.toLowerCase());
    const kind = readKind(field);
    if (polarity !== undefined) read.polarity ??= polarity;
    else if (DIMENSION_NAMES.has(field.toLowerCase())) dimension ??= kind;
    else if (kind !== null && read.kind === null) read.kind = kind;
    else if (read.entity === null && !WHOLE_CLIP.test(field) && field.split(' ').length <= 5) read.entity = field;
  }
  return { ...read, kind: read.kind ?? dimension };
}

function tidy(question: string | undefined): string | null {
  if (question === undefined) return null;
  const words = question
    .replace(/["“”?]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}?`;
}

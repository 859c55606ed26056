import { shorten } from './reason-text.ts';
import { READ, type TimeExpression } from './time-expressions.ts';

const MOST = 80;
/** A sentence up to this long is a short clause itself. */
const SHORT = 60;
/** Where nothing but the time is said. */
const NOTHING_SAID = 'named in the reason';

const SENTENCE_END = /[.!?]+(?=\s|$)|\n/gu;
const CLAUSE_END = /[,;:–—]\s|\s(?=(?:and|but|while|then|because|so|whereas|before|after)\s)/giu;
const CONNECTIVE =
  /^(?:(?:(?:yes|no),|and|but|so|then|because|while|when|where|whereas|that|which|also|however)\s+)+/iu;
/** Sentences may begin with a name; only these are surely none. */
const COMMON_FIRST =
  /^(?:The|An?|It|Its|He|She|They|There|His|Her|Their|This|That|These|Those|One|Two|Three|Some|All|Both|No|Each|Every|Only|In|On|At|Parts?|Brightness|Colou?rs?|Hands?|Fingers?|Legs?|Arms?|Faces?)(?!\p{L})/u;

/** A clause that begins so has lost its subject: "frame 3 shows blur". */
const VERB_FIRST =
  /^(?:(?<one>is|was|has|shows|looks|appears|seems|contains)|are|were|have|show|look|appear|seem|contain)(?!\p{L})/iu;

/** What is said around each citation, as short clauses, one for each: "the dog's leg melts". */
export function labelsFor(text: string, expressions: readonly TimeExpression[]): string[] {
  let masked = text;
  for (const { from, to } of expressions) masked = masked.slice(0, from) + READ.repeat(to - from) + masked.slice(to);
  return expressions.map((expression) => {
    const sentence = pieceAround(masked, SENTENCE_END, expression.from);
    return toLabel(clauseOf(sentence.text, expression.from - sentence.from)) || NOTHING_SAID;
  });
}

function clauseOf(sentence: string, at: number): string {
  const alone = (sentence.match(new RegExp(`${READ}+`, 'gu')) ?? []).length === 1;
  if (alone && said(sentence).length <= SHORT) return sentence;
  const clauses = pieces(sentence, CLAUSE_END);
  const home = Math.max(
    0,
    clauses.findLastIndex(({ from }) => from <= at),
  );
  const own = clauses[home]?.text ?? '';
  if (tells(own)) return own;
  // "At 1 s, the leg melts": the clause behind the time; else the one before it.
  const next = clauses[home + 1]?.text ?? '';
  if (tells(next)) return next;
  return clauses.slice(0, home).findLast(({ text }) => tells(text))?.text ?? '';
}

interface Piece {
  from: number;
  text: string;
}

function pieces(text: string, end: RegExp): Piece[] {
  const result: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(end)) {
    const to = match.index + match[0].length;
    result.push({ from, text: text.slice(from, to) });
    from = to;
  }
  return [...result, { from, text: text.slice(from) }];
}

function pieceAround(text: string, end: RegExp, at: number): Piece {
  return pieces(text, end).findLast(({ from }) => from <= at) ?? { from: 0, text };
}

function said(text: string): string {
  return text
    .replace(new RegExp(`${READ}+`, 'gu'), ' ')
    .replace(/[([]\s*[)\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,.;:!?])/gu, '')
    .replace(/^[^\p{L}\p{N}"“'‘]+|(?:\s(?:and|or|but|the|of)(?=\W*$)|[\s,.;:!?–—-])+$/giu, '');
}

function tells(clause: string): boolean {
  return (
    (
      said(clause)
        .replace(CONNECTIVE, '')
        .match(/\p{L}{2,}/gu) ?? []
    ).length >= 2
  );
}

function toLabel(clause: string): string {
  const words = said(said(clause).replace(CONNECTIVE, ''));
  const verb = VERB_FIRST.exec(words);
  if (verb !== null) return shorten(`the frame${verb.groups?.one === undefined ? 's' : ''} ${words}`, MOST);
  return shorten(COMMON_FIRST.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words, MOST);
}

import type { Question } from '../../domain/question.ts';

/** Questions not of the grammar's that ask for a text and for nothing else. */
const ASKS_FOR_TEXT =
  /^(?:(?:does|do) (?:(?!\bnot\b)[^“”"])*\b(?:say|read|show|spell|display|have)|does|is) [“"]([^“”"]+)[”"](?: (?:appear|written|visible|shown)\b(?:(?!\bnot\b)[^“”"])*)?\?$/iu;

/** The written words that a question asks for; null where it is about something else, or where they cannot be told for sure. */
export function quotedText({ kind, quote, text }: Question): string | null {
  if (kind !== 'rendered_text') return null;
  return quote ?? ASKS_FOR_TEXT.exec(text.trim())?.[1]?.trim() ?? null;
}

/** Whether the text reader was taught all letters of a text: Latin ones, digits and Chinese characters. */
export function isReadable(text: string): boolean {
  const letters = text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  return /^[a-z0-9\p{Script=Han}]+$/iu.test(letters);
}

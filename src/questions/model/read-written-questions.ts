import type { Question } from '../../domain/question.ts';
import { slugOf } from '../grammar/finish.ts';
import { normalisePrompt } from '../grammar/normalise.ts';
import { contentTokens, contentWords } from './content-words.ts';
import { asksForDenied } from './denied.ts';
import { foreignWords, namesPrompt } from './grounding.ts';
import { meanTheSame } from './same-meaning.ts';
import { settlePolarity } from './settle-polarity.ts';
import { asksForPrompt, dimensionOf, settleKind, type WrittenKind } from './written-kinds.ts';
import { readLine, type WrittenLine } from './written-line.ts';

/** A line that gave no question, and why, in words for a person. */
export interface RefusedLine {
  line: string;
  why: string;
}

export interface WrittenQuestions {
  questions: Question[];
  refused: RefusedLine[];
}

const MOST_WORDS = 25;
/** More lines than this are a model that does not stop. */
const MOST_LINES = 60;
const MOST_TEXT = 20_000;
/** Some models put all lines in one. */
const LINE_END = /\r?\n|(?<=\?)\s+(?=[a-z_]{4,20} \| )/u;
/** A model that goes on with an example of its own has finished the task. */
const NEXT_EXAMPLE = /^\W*(?:prompt|example)\b.*[:“"]/iu;

/**
 * Reads the questions that a model wrote to `questionInstruction`: repairs what is misspelt, missing or out of order, and
 * refuses what is no yes/no question, asks about several things, or about what the prompt does not name.
 * @param text as written, untrusted
 * @param prompt as typed
 */
export function readWrittenQuestions(text: string, prompt: string): WrittenQuestions {
  const promptText = normalisePrompt(prompt).toLowerCase();
  const promptWords = new Set(contentWords(promptText));
  const result: WrittenQuestions = { questions: [], refused: [] };
  const lines = linesOf(text);
  for (const [position, line] of lines.entries()) {
    const cutOff = position === lines.length - 1 && !line.includes('?') && !/\n\s*$/u.test(text);
    const question = cutOff ? 'It is cut off.' : toQuestion(readLine(line), promptText, promptWords);
    if (typeof question === 'string') result.refused.push({ line, why: question });
    else if (result.questions.some((earlier) => meanTheSame(earlier, question)))
      result.refused.push({ line, why: 'It asks again what an earlier line asks.' });
    else result.questions.push(question);
  }
  return result;
}

/** The lines that look like questions; chatter around them ("Here are the questions:") is no failed question. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const line of text
    .slice(0, MOST_TEXT)
    .split(LINE_END)
    .map((each) => each.trim())) {
    if (NEXT_EXAMPLE.test(line) && lines.length > 0) break;
    if (/[?|]/u.test(line) || readLine(line).question !== null) lines.push(line);
  }
  return lines.slice(0, MOST_LINES);
}

/** The question of a line, or why there is none. */
function toQuestion(line: WrittenLine, promptText: string, promptWords: ReadonlySet<string>): Question | string {
  const { question } = line;
  if (question === null) return 'It holds no whole yes/no question.';
  if (question.split(' ').length > MOST_WORDS) return `It is longer than ${MOST_WORDS} words.`;
  if (question.split(' ').length < 3) return 'It is too short to ask anything.';
  const kind = settleKind(line.kind, question, asksForDenied(question, promptText));
  if (kind === null) return 'It is of no kind that is known.';
  if (asksSeveral(question, kind, promptText)) return 'It asks about several things at once.';
  const foreign = foreignWords(question, kind, promptWords);
  if (foreign.length > 0) return `The prompt does not speak of it: ${foreign.join(', ')}.`;
  if (!namesPrompt(question, promptWords)) return 'It asks about nothing that the prompt names.';
  return {
    id: `model-${kind}.${slugOf(contentTokens(question).map(({ word }) => word))}`,
    dimension: dimensionOf(kind),
    text: question,
    polarity: settlePolarity(kind, question, line.polarity, promptText),
    kind,
    parents: [],
    entity: entityOf(line.entity, question, promptWords),
    source: 'model',
    weight: 1,
    muted: false,
  };
}

/** "… and is the cat black?", "brown or black", "the man and the dog", unless the prompt itself puts the two together. */
function asksSeveral(question: string, kind: WrittenKind, promptText: string): boolean {
  if (/[,;]?\s(?:and|or|but)\s(?:is|are|do|does|has|have|did|was|were)\s/iu.test(question)) return true;
  if (!asksForPrompt(kind)) return false;
  const joints = question
    .toLowerCase()
    .matchAll(/([\p{L}\p{N}]+),? (?:and|or) (?:(?:the|an?|his|her|its|their) )?([\p{L}\p{N}]+)/gu);
  return [...joints].some(
    ([joint, left = '', right = '']) => / or /u.test(joint) || !isTogether(left, right, promptText),
  );
}

function isTogether(left: string, right: string, promptText: string): boolean {
  const near = new RegExp(`(?<!\\p{L})${left},? and (?:(?:the|an?|his|her|its|their) )?${right}(?!\\p{L})`, 'u');
  return near.test(promptText);
}

/** The thing that a question is about, as far as both its words and the prompt know it. */
function entityOf(named: string | null, question: string, promptWords: ReadonlySet<string>): string | null {
  if (named === null) return null;
  const asked = new Set(contentWords(question));
  const words = contentWords(named);
  const known = words.length > 0 && words.every((word) => asked.has(word) && promptWords.has(word));
  return known ? named.toLowerCase().replace(/^(?:the|an?) /u, '') : null;
}

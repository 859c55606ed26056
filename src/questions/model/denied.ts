import { contentWords } from './content-words.ts';

const NEGATION = /(?<!\p{L})(?:no|not|without|never|free of|except)(?!\p{L})|n['’]t(?!\p{L})/giu;
/** A negation reaches so many words on, up to a pause: "without any parked cars". */
const REACH = 3;

/** What a text says is not there, as stems: "a street without cars" denies cars. */
export function deniedWords(text: string): ReadonlySet<string> {
  const denied = [...text.matchAll(NEGATION)].flatMap(({ 0: negation, index }) => {
    const [clause = ''] = text.slice(index + negation.length).split(/[,.;:!?\n]/u, 1);
    return contentWords(clause.trim().split(/\s+/u).slice(0, REACH).join(' '));
  });
  return new Set(denied);
}

/** Whether what a question asks for is what the prompt denies: then yes is bad, unless the question denies it as well. */
export function asksForDenied(question: string, promptText: string): boolean {
  const denied = deniedWords(promptText);
  const denies = deniedWords(question);
  return contentWords(question).some((word) => denied.has(word) && !denies.has(word));
}

/** "a dog", "an apple", "skis". */
export function withArticle(label: string): string {
  if (PLURAL.has(label)) return label;
  return /^[aeiou]/u.test(label) ? `an ${label}` : `a ${label}`;
}

const PLURAL = new Set(['skis', 'scissors']);

/** "one person", "two people", "12 dogs". */
export function countOf(count: number, label: string): string {
  return `${NUMBERS[count] ?? count} ${count === 1 ? label : pluralOf(label)}`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How a label reads in the plural where adding an s would be wrong. */
const PLURALS: Readonly<Record<string, string>> = {
  person: 'people',
  sheep: 'sheep',
  mouse: 'mice',
  knife: 'knives',
  skis: 'skis',
  scissors: 'scissors',
};

export function pluralOf(label: string): string {
  return PLURALS[label] ?? (/(?:s|sh|ch)$/u.test(label) ? `${label}es` : `${label}s`);
}

/** A detector's score as people read it. */
export const scoreWords = (score: number): string => score.toFixed(2);

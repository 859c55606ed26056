const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['oxen', 'ox'],
  ['calves', 'calf'],
  ['knives', 'knife'],
  ['loaves', 'loaf'],
  ['wives', 'wife'],
  ['housewives', 'housewife'],
  ['midwives', 'midwife'],
  ['thieves', 'thief'],
]);

/**
 * What the singular of a lower-case noun may be, likeliest first; the word itself is among them. More than one, as only a list of
 * words knows that "buses" is from "bus" and "horses" from "horse".
 */
export function singulars(word: string): string[] {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return [irregular];
  // "men" has an entry of its own in dictionaries, as a crew.
  if (word.endsWith('men')) return [`${word.slice(0, -2)}an`, word];
  if (word.endsWith('children')) return [`${word.slice(0, -3)}`, word];
  if (!word.endsWith('s') || word.endsWith('ss')) return [word];
  const candidates = [word, word.slice(0, -1)];
  if (/(?:[sxzo]|ch|sh)es$/u.test(word)) candidates.push(word.slice(0, -2));
  if (word.endsWith('ies')) candidates.push(`${word.slice(0, -3)}y`);
  return candidates;
}

/** Reads a data list: words or phrases separated by commas or line breaks. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  const words = lists.flatMap((list) => list.split(/[,\n]/).map((word) => word.trim()));
  return new Set(words.filter((word) => word !== ''));
}

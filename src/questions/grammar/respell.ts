/** Numbers with a unit, and years, that the normaliser has put together. */
const NUMBER = /\b\d+(?:k|d|s|bit|mm)?\b/giu;

/** Writes numbers as the prompt does: "8 k" where it has a space in "8k". */
export function respellNumbers(text: string, prompt: string): string {
  return text.replace(NUMBER, (number) => {
    if (number.length < 2 || prompt.toLowerCase().includes(number.toLowerCase())) return number;
    const spaced = new RegExp([...number].join(String.raw`\s?`), 'iu').exec(prompt);
    return spaced?.[0] ?? number;
  });
}

/** From these scores on the bar says "good", and below them "problem"; the same steps the sentence uses. */
const GOOD = 0.7;
const POOR = 0.4;

export function toneOfScore(score: number): 'good' | 'unsure' | 'problem' {
  return score >= GOOD ? 'good' : score < POOR ? 'problem' : 'unsure';
}

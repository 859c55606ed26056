/** √(x² + y²). `Math.hypot` guards against overflow as well, which motions in pixels do not need, and takes many times as long. */
export function vectorLength(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

import type { JudgeEvent } from '../judges/judge.ts';

/** How long a judge takes over an answer, apart from the time it takes to load and to look at the frames. */
export class AnswerPace {
  #answers = 0;
  /** Spent answering until the last pause, in milliseconds. */
  #spent = 0;
  /** When answering went on; null during a pause. */
  #since: number | null = performance.now();

  /** Takes notice of what the judge is doing. */
  hear({ type }: JudgeEvent): void {
    if (type === 'answering' || type === 'rationale') {
      this.#since ??= performance.now();
      return;
    }
    this.#spent = this.#elapsed();
    this.#since = null;
    // Another rung has another pace.
    if (type === 'abandoned') {
      this.#answers = 0;
      this.#spent = 0;
    }
  }

  countAnswer(): void {
    this.#answers++;
  }

  /** Seconds for so many more answers; null before the first one. */
  secondsFor(answers: number): number | null {
    return this.#answers === 0 ? null : (this.#elapsed() / 1000 / this.#answers) * answers;
  }

  #elapsed(): number {
    return this.#spent + (this.#since === null ? 0 : performance.now() - this.#since);
  }
}

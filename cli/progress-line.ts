/** One line on standard error that tells how far a file is: rewritten in place on a terminal, written once elsewhere. */
export class ProgressLine {
  readonly #label: string;

  constructor(label: string) {
    this.#label = label;
    if (!process.stderr.isTTY) process.stderr.write(`${label} … `);
  }

  show(words: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${this.#label} ${words}`);
  }

  end(outcome: string): void {
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${this.#label} ${outcome}\n` : `${outcome}\n`);
  }
}

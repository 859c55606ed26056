import type { Branch } from './branch.ts';
import type { LoadedParts } from './loaded-model.ts';
import type { PickToken } from './pick-token.ts';

export interface WrittenText {
  text: string;
  ended: 'finished' | 'length' | 'loop';
  /** Tokens that were chosen but not read by the branch yet. */
  unread: number[];
}

export interface WritingLimits {
  maxTokens: number;
  /** Ends the text once it is in it. */
  endsWith: string | null;
  endsInLoop: (ids: readonly number[]) => boolean;
}

/** A text that grows by the token that each next logits give, until it ends. */
export class TextWriter {
  readonly #parts: LoadedParts;
  readonly #pick: PickToken;
  readonly #limits: WritingLimits;
  readonly #onText: (text: string) => void;
  readonly #ids: number[] = [];
  #written: WrittenText = { text: '', ended: 'length', unread: [] };

  /** @param onText called with the text so far after each token */
  constructor(parts: LoadedParts, pick: PickToken, limits: WritingLimits, onText: (text: string) => void) {
    this.#parts = parts;
    this.#pick = pick;
    this.#limits = limits;
    this.#onText = onText;
  }

  get written(): WrittenText {
    return this.#written;
  }

  /**
   * @param logits those after the last token
   * @returns the token to be read next; null when the text has ended
   */
  take(logits: Float32Array): number | null {
    const { maxTokens, endsWith, endsInLoop } = this.#limits;
    if (this.#ids.length >= maxTokens) return null;
    const next = this.#pick(logits);
    if (this.#parts.stopTokens.has(next)) {
      this.#written = { ...this.#written, ended: 'finished', unread: [] };
      return null;
    }
    this.#ids.push(next);
    const text = this.#parts.tokenizer.decode(this.#ids, { skip_special_tokens: true });
    this.#written = { text, ended: 'length', unread: [next] };
    this.#onText(text);
    if (endsWith !== null && text.includes(endsWith)) this.#written.ended = 'finished';
    else if (endsInLoop(this.#ids)) this.#written.ended = 'loop';
    else if (this.#ids.length < maxTokens) return next;
    return null;
  }
}

export interface BegunText {
  branch: Branch;
  /** Those after the branch's last token. */
  logits: Float32Array;
  writer: TextWriter;
}

/** Writes on from a branch token by token until the text ends. */
export async function finishText({ branch, logits, writer }: BegunText): Promise<WrittenText> {
  let next = writer.take(logits);
  while (next !== null) next = writer.take(await branch.read([next]));
  return writer.written;
}

/**
 * Writes one text on from a branch.
 * @param logits those after the branch's last token
 * @param onText called with the text so far after each token
 */
export function writeText(
  parts: LoadedParts,
  branch: Branch,
  logits: Float32Array,
  pick: PickToken,
  limits: WritingLimits,
  onText: (text: string) => void,
): Promise<WrittenText> {
  return finishText({ branch, logits, writer: new TextWriter(parts, pick, limits, onText) });
}

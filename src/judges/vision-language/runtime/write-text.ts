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

/**
 * Writes on from a branch token by token.
 * @param logits those after the branch's last token
 * @param onText called with the text so far after each token
 */
export async function writeText(
  { tokenizer, stopTokens }: LoadedParts,
  branch: Branch,
  logits: Float32Array,
  pick: PickToken,
  { maxTokens, endsWith, endsInLoop }: WritingLimits,
  onText: (text: string) => void,
): Promise<WrittenText> {
  const ids: number[] = [];
  let text = '';
  let next = pick(logits);
  while (ids.length < maxTokens) {
    if (stopTokens.has(next)) return { text, ended: 'finished', unread: [] };
    ids.push(next);
    text = tokenizer.decode(ids, { skip_special_tokens: true });
    onText(text);
    if (endsWith !== null && text.includes(endsWith)) return { text, ended: 'finished', unread: [next] };
    if (endsInLoop(ids)) return { text, ended: 'loop', unread: [next] };
    if (ids.length < maxTokens) next = pick(await branch.read([next]));
  }
  return { text, ended: 'length', unread: ids.slice(-1) };
}

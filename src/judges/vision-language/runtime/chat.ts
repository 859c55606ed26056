import type { PreTrainedTokenizer, Processor } from '@huggingface/transformers';
import type { ViewRequest } from '../judge-api.ts';
import type { Family, FrameGrid } from './families/family.ts';
import { modelInvalid } from './runtime-errors.ts';

/** Stands where the question goes while the template is filled in; private use, so no tokenizer and no person writes it. */
const QUESTION_SLOT = '\u{F0A51}';

/** A chat up to the question, and from the question's end to the first character of an answer. */
export interface ChatFrame {
  head: string;
  tail: string;
}

type Content = { type: 'text'; text: string } | { type: 'image' };

/** The chat that all questions of a view share, by the model's own template, with picture tokens in place of pictures. */
export function viewChat(processor: Processor, family: Family, grid: FrameGrid, view: ViewRequest): ChatFrame {
  const content: Content[] = [
    { type: 'text', text: view.introduction },
    ...view.captions.flatMap((text): Content[] => [{ type: 'text', text }, { type: 'image' }]),
    { type: 'text', text: `\n${view.notes}` },
  ];
  const { head, tail } = fill(processor, family, content);
  const parts = head.split(family.placeholder);
  if (parts.length - 1 !== view.captions.length)
    throw modelInvalid('The chat template of this model does not place pictures, so it cannot be shown any.');
  return { head: parts.join(family.expanded(grid)), tail };
}

/** The chat around a plain instruction. */
export function plainChat(processor: Processor, family: Family): ChatFrame {
  return fill(processor, family, []);
}

function fill(processor: Processor, family: Family, content: Content[]): ChatFrame {
  const filled: unknown = processor.apply_chat_template(
    [{ role: 'user', content: [...content, { type: 'text', text: QUESTION_SLOT }] }],
    // Templates of models that think by themselves read the last one; others ignore it.
    { add_generation_prompt: true, tokenize: false, ...{ enable_thinking: false } },
  );
  const [head, tail, ...more] = String(filled).split(QUESTION_SLOT);
  if (head === undefined || tail === undefined || more.length > 0)
    throw modelInvalid('The chat template of this model does not repeat what it is given.');
  return { head, tail: tail + family.answerLead };
}

/** Token ids of text that stands in the middle of a chat. */
export function tokenize(tokenizer: PreTrainedTokenizer, text: string): number[] {
  return tokenizer(text, { add_special_tokens: false, return_tensor: false }).input_ids;
}

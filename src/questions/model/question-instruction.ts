import type { Question } from '../../domain/question.ts';
import { plainForModel, quoteForModel } from '../../domain/text-for-models.ts';

/** Enough of what is asked already to show the way without filling a small model's context. */
const MOST_LISTED = 12;

/** Prompts far from what people type most, so that a line copied from here is noticed by its foreign words. */
const EXAMPLES: readonly { prompt: string; lines: readonly string[] }[] = [
  {
    prompt: 'A purple balloon drifts over a frozen lake',
    lines: [
      'attribute | balloon | yes | Is the balloon purple?',
      'relation | balloon | yes | Is the balloon above the lake?',
      'deformation | balloon | no | Does the balloon warp or change shape?',
    ],
  },
  {
    prompt: 'Two nuns carry a ladder through a library',
    lines: [
      'count | nuns | yes | Are there two nuns?',
      'action | nuns | yes | Are the nuns carrying a ladder?',
      'anatomy | nuns | no | Do the nuns have extra or missing fingers?',
      'physics | ladder | no | Does the ladder float without support?',
    ],
  },
  {
    prompt: 'Honey pours from a jar onto a stack of waffles, close-up',
    lines: [
      'action | honey | yes | Is the honey pouring from the jar?',
      'permanence | jar | no | Does the jar vanish or appear suddenly?',
      'identity_stable | waffles | yes | Do the waffles keep the same look?',
    ],
  },
];

const FORM = [
  'Write yes/no questions that check whether a video shows its prompt and shows it well.',
  'One question a line, in this form:',
  'kind | thing | good answer | question',
  'Kinds: attribute, count, action, relation, scene, clarity, identity_stable, deformation, anatomy, physics, permanence, motion_present.',
  'Each question asks about one thing, uses only things of the prompt, and has at most 15 words.',
].join('\n');

/**
 * Asks a language model for questions about a prompt, in lines that `readWrittenQuestions` reads. The form has few fields,
 * which even small models keep: the dimension follows from the kind.
 * @param existing questions that it need not repeat; those about the prompt are listed, up to a dozen
 */
export function questionInstruction(prompt: string, existing: readonly Question[]): string {
  const examples = EXAMPLES.map((example) => block(quoteForModel(example.prompt), example.lines));
  const asked = existing.filter(({ entity }) => entity !== null).slice(0, MOST_LISTED);
  const listed = asked.map(({ text }) => plainForModel(text)).join(' ');
  const known = listed === '' ? [] : [`Do not repeat these: ${listed}`];
  return [FORM, ...examples, [...known, block(quoteForModel(prompt), [])].join('\n')].join('\n\n');
}

function block(prompt: string, lines: readonly string[]): string {
  return [`Prompt: ${prompt}`, 'Questions:', ...lines].join('\n');
}

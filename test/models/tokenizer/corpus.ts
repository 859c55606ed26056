// What the tiny tokenizer learns its words from: questions about clips, reasons with times, and the tags around them.

const ENTITIES =
  `man woman child dog cat horse bird car bicycle boat train robot astronaut dancer chef hand face eye finger leg arm
table chair cup glass bottle book lamp window door house street city forest mountain river lake ocean beach field garden tree flower
leaf cloud sky sun moon star snow rain fire smoke water ball kite umbrella hat coat shirt shoe sign screen camera picture background
scene object person animal`.split(/\s+/);

const ATTRIBUTES =
  `red orange yellow green blue purple pink brown black white grey golden silver bright dark small large tall short
round square wooden metal glass wet dry old young empty full open closed clear blurry sharp smooth`.split(/\s+/);

const ACTIONS =
  `walking running jumping sitting standing lying flying falling floating swimming dancing turning moving spinning
riding driving holding eating drinking reading writing throwing catching opening closing melting burning pouring looking smiling
waving climbing`.split(/\s+/);

const RELATIONS = `on under above behind beside inside near over across along with before after between through`.split(
  ' ',
);

const TEMPLATES = [
  'Is the {attribute} {entity} clearly visible in the video?',
  'Is the {entity} {action} {relation} the {entity}?',
  'Does the {entity} keep its shape, colour and size in every frame?',
  'Does the {attribute} {entity} suddenly change, flicker, vanish or pop into view?',
  'Is there a {attribute} {entity} {relation} a {entity} in the picture?',
  'Are there two or three {entity}s in the scene, and are they {attribute}?',
  'Do the {entity}s move smoothly, without jumps or freezes?',
  'Has the {entity} the right number of fingers, hands, arms and legs?',
  '<think>At 0.5 s the {entity} is {attribute}; at 1.25 s it is {action} {relation} the {entity}.</think><answer>Yes</answer>',
  '<think>The {entity} stays {attribute} from frame 1 to frame 8, so nothing changes.</think><answer>No</answer>',
  '<think>I cannot see a {entity}: what is there looks like a {attribute} {entity}.</think> <answer> No </answer>',
  'Frame at 0.00 s: the {entity} is {action}. Frame at 2.75 s: the {entity} is still {action}.',
  'The answer is Yes, because the {entity} is {attribute}. The answer is No, because it is not {action}.',
  'Answer the question about the video with Yes or No. First write what you see, then the reason, then the answer.',
  'yes no Yes No yes no Yes No YES NO "Yes" "No" Yes. No. Question: Answer: Reason: User: Assistant: system user assistant',
];

const SENTENCES = 3000;

/** The same sentences on every call. */
export function corpus(): string {
  const sentences: string[] = [];
  for (let index = 0; index < SENTENCES; index++) {
    // Steps without a common divisor with the lists' lengths, so that all combinations come up in turn.
    let step = index;
    const next = (list: readonly string[]): string => {
      step = step * 31 + 7;
      return list[step % list.length] ?? '';
    };
    const template = TEMPLATES[index % TEMPLATES.length] ?? '';
    sentences.push(
      template
        .replaceAll('{entity}', () => next(ENTITIES))
        .replaceAll('{attribute}', () => next(ATTRIBUTES))
        .replaceAll('{action}', () => next(ACTIONS))
        .replaceAll('{relation}', () => next(RELATIONS)),
    );
  }
  return sentences.join('\n');
}

/** How often each piece occurs that a pre-tokenizer cuts the corpus into. */
export function countWords(cut: RegExp): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of corpus().matchAll(cut)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

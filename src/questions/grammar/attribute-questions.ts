import { alignment, type Draft, lateness } from './draft.ts';
import { infinitive } from './inflect.ts';
import { COLOURS, VAGUE_ADJECTIVES } from './lexicon/adjectives.ts';
import { INTRANSITIVE_VERBS } from './lexicon/verbs.ts';
import type { Attribute, Scene } from './scene.ts';
import type { Wording } from './wording.ts';

/** "Is the hat white?", "Are some of the balloons red?", "Is the woman smiling?". */
export function attributeQuestions(scene: Scene, wording: Wording): Draft[] {
  return scene.attributes
    .filter(({ entity, text }) => !entity.absent && !wording.name(entity).split(' ').includes(text))
    .map((attribute) => attributeQuestion(attribute, wording));
}

function attributeQuestion({ entity, text, some, negated }: Attribute, wording: Wording): Draft {
  const which = some ? `Are some of ${wording.the(entity)}` : `${wording.is(entity)} ${wording.the(entity)}`;
  const doing = text.endsWith('ing') && INTRANSITIVE_VERBS.has(infinitive(text));
  return alignment({
    kind: doing ? 'action' : 'attribute',
    polarity: negated ? 'negative' : 'positive',
    text: `${which} ${text}?`,
    slug: [entity.possessor?.name ?? '', wording.name(entity), text],
    about: entity,
    needs: [entity],
    adjective: some || negated || doing || /^an? |\d/u.test(text) || text.split(' ').length > 3 ? null : text,
    importance: importanceOf(text) + lateness(entity),
  });
}

function importanceOf(text: string): number {
  if (VAGUE_ADJECTIVES.has(text)) return 35;
  return COLOURS.has(text.split(' ').at(-1) ?? '') ? 88 : 80;
}

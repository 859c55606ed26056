import { alignment, type Draft, lateness } from './draft.ts';
import { infinitive } from './inflect.ts';
import { COLOURS, VAGUE_ADJECTIVES } from './lexicon/adjectives.ts';
import { INTRANSITIVE_VERBS } from './lexicon/verbs.ts';
import type { Attribute, Entity, Scene } from './scene.ts';
import type { Wording } from './wording.ts';

/** "Is the hat white?", "Are some of the balloons red?", "Is the woman smiling?". */
export function attributeQuestions(scene: Scene, wording: Wording): Draft[] {
  return scene.attributes
    .filter(({ entity, text }) => !entity.absent && !` ${wording.name(entity)} `.includes(` ${text} `))
    .map((attribute) => attributeQuestion(attribute, holderOf(attribute.entity, scene), wording));
}

/** Verbs of having something at hand, after which it may be called one's own. */
const HOLDING = new Set(['hold', 'carry', 'ride', 'use', 'wield']);

/** Who alone holds a thing that nobody owns. */
function holderOf(entity: Entity, scene: Scene): Entity | null {
  if (entity.possessor !== null || entity.proper || entity.of !== null || entity.plural) return null;
  const holders = scene.actions.filter(
    ({ object, root, negated, passive }) => object === entity && HOLDING.has(root) && !negated && !passive,
  );
  const [first] = holders;
  const holder = first?.subject ?? null;
  return holder === null ||
    holder.absent ||
    holder.name.includes(' ') ||
    holders.some(({ subject }) => subject !== holder)
    ? null
    : holder;
}

function attributeQuestion(attribute: Attribute, holder: Entity | null, wording: Wording): Draft {
  const { entity, text, some, negated } = attribute;
  const known = holder === null ? wording.the(entity) : wording.held(entity, holder);
  const which = some ? `Are some of ${known}` : `${wording.is(entity)} ${known}`;
  const doing = text.endsWith('ing') && INTRANSITIVE_VERBS.has(infinitive(text));
  return alignment({
    kind: doing ? 'action' : 'attribute',
    polarity: negated ? 'negative' : 'positive',
    text: `${which} ${text === 'wooden' ? 'made of wood' : text}?`,
    slug: [entity.possessor?.name ?? '', wording.name(entity), text],
    about: entity,
    needs: [entity],
    statement: attribute,
    adjective: some || negated || doing || /^an? |\d/u.test(text) || text.split(' ').length > 3 ? null : text,
    importance: importanceOf(text) + lateness(entity),
  });
}

function importanceOf(text: string): number {
  if (VAGUE_ADJECTIVES.has(text)) return 35;
  return COLOURS.has(text.split(' ').at(-1) ?? '') ? 88 : 80;
}

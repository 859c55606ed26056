import type { Question } from '../../domain/question.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './scene.ts';
import type { Wording } from './wording.ts';

/** Turns drafts into questions: unique texts, unique ids that depend on nothing but the question itself, parents. */
export function finishQuestions(drafts: readonly Draft[], wording: Wording): Question[] {
  const ids = new Map<Draft, string>();
  const taken = new Map<string, string>();
  for (const draft of drafts) {
    const plain = `${draft.kind}.${slugOf(draft.slug)}`;
    const id = taken.has(plain) ? `${plain}-${hash(draft.text)}` : plain;
    taken.set(id, draft.text);
    ids.set(draft, id);
  }
  const presence = new Map<Entity, string>();
  for (const draft of drafts) {
    if (draft.presenceOf === null) continue;
    const id = ids.get(draft);
    if (id !== undefined && !presence.has(draft.presenceOf)) presence.set(draft.presenceOf, id);
  }
  return drafts.map((draft): Question => {
    const id = ids.get(draft) ?? '';
    const parents = draft.needs.flatMap((entity) => presenceIds(entity, presence)).filter((parent) => parent !== id);
    const question: Question = {
      id,
      dimension: draft.dimension,
      text: draft.text,
      polarity: draft.polarity,
      kind: draft.kind,
      parents: [...new Set(parents)],
      entity: draft.about === null ? null : wording.name(draft.about),
      source: 'grammar',
      weight: 1,
      muted: false,
    };
    return {
      ...question,
      ...(draft.move === null ? {} : { cameraMove: draft.move }),
      ...(draft.count === null ? {} : { count: draft.count }),
      ...(draft.quote === null ? {} : { quote: draft.quote }),
    };
  });
}

/** The question whether the entity is there, or, when that is not asked, whether its owner or vessel is. */
function presenceIds(entity: Entity, presence: ReadonlyMap<Entity, string>): string[] {
  let at: Entity | null = entity;
  for (let depth = 0; at !== null && depth < 10; depth++) {
    const id = presence.get(at);
    if (id !== undefined) return [id];
    at = at.within ?? at.possessor;
  }
  return [];
}

/** Words as a part of an id: lower case, joined by hyphens, of limited length. */
export function slugOf(words: readonly string[]): string {
  const text = words
    .join(' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return text.length <= 60 && text !== '' ? text : `${text.slice(0, 50)}-${hash(text)}`;
}

/** FNV-1a, 32 bits, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(36);
}

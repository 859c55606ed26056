import { asMaterial, isMaterial, mention } from './action-questions.ts';
import { alignment, type Draft, lateness } from './draft.ts';
import { SHOWN_WITH } from './reading.ts';
import type { Relation, Scene } from './scene.ts';
import type { Wording } from './wording.ts';

/** "Is the cat next to the lamp?", "Are the trees in the background?". */
export function relationQuestions(scene: Scene, wording: Wording): Draft[] {
  const told = new Set(
    scene.actions.map(({ subject, preposition, place }) => `${subject.order} ${preposition} ${place?.order}`),
  );
  const relations = scene.relations
    .filter(({ subject, object }) => !subject.absent && !object.absent)
    // Whoever has something is shown with it.
    .filter(
      ({ subject, preposition, object }) =>
        preposition !== SHOWN_WITH || (object.possessor !== subject && object.within === null),
    )
    .filter(({ subject, preposition, object }) => !told.has(`${subject.order} ${preposition} ${object.order}`))
    .map((relation) => relationQuestion(relation, scene, wording));
  const locations = scene.locations
    .filter(({ subject }) => !subject.absent)
    .map((location) => {
      const { subject, text } = location;
      return alignment({
        kind: 'relation',
        text: `${wording.is(subject)} ${wording.the(subject)} ${text}?`,
        slug: [wording.name(subject), text],
        about: subject,
        needs: [subject],
        statement: location,
        importance: 74 + lateness(subject),
      });
    });
  return [...relations, ...locations];
}

function relationQuestion(
  { subject, preposition, object, negated, secondary }: Relation,
  scene: Scene,
  wording: Wording,
): Draft {
  const other = isMaterial(preposition)
    ? asMaterial(object, subject, scene, wording)
    : mention(object, subject, wording);
  const one = subject === object;
  return alignment({
    kind: 'relation',
    polarity: negated ? 'negative' : 'positive',
    text: one
      ? `Is one ${wording.name(subject)} ${preposition} another?`
      : `${wording.is(subject)} ${wording.the(subject)} ${preposition} ${other}?`,
    slug: [wording.name(subject), preposition, wording.name(object)],
    about: subject,
    needs: [subject, object],
    importance: (secondary ? 52 : 78) + (lateness(subject) + lateness(object)) / 2,
  });
}

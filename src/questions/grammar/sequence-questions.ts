import { actionPhrase } from './action-questions.ts';
import { alignment, type Draft, lateness } from './draft.ts';
import { UNSEEN_VERBS } from './lexicon/verbs.ts';
import type { Action, Scene } from './scene.ts';
import type { Wording } from './wording.ts';

/** "Is the girl picking up the ball and then throwing the ball?" where the prompt says in which order. */
export function sequenceQuestions(scene: Scene, wording: Wording): Draft[] {
  return scene.sequences
    .filter(({ first, second }) => isTold(first, scene) && isTold(second, scene))
    .map(({ first, second }) => {
      const { subject } = first;
      const text = `${wording.is(subject)} ${wording.the(subject)} ${actionPhrase(complete(first, scene), null, wording)} and then ${actionPhrase(complete(second, scene), first.object, wording)}?`;
      return alignment({
        kind: 'action',
        text,
        slug: [wording.name(subject), first.verb, 'then', second.verb],
        about: subject,
        needs: [subject],
        importance: 70 + lateness(subject),
      });
    });
}

/** "Puts it on the table" rather than "puts it". */
function complete(action: Action, { actions }: Scene): Action {
  const { subject, verb, object } = action;
  const whole = actions.find(
    (other) => other.subject === subject && other.verb === verb && other.object === object && other.place !== null,
  );
  return whole ?? action;
}

function isTold(action: Action, scene: Scene): boolean {
  const told = scene.actions.includes(action) && !action.negated && !action.passive && !action.subject.absent;
  return told && !UNSEEN_VERBS.has(action.root);
}

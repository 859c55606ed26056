import type { Draft } from './draft.ts';
import type { Scene } from './scene.ts';

/** More words than this ask for too much at once. */
const MOST_WORDS = 12;

/** "Is the arm bent?" and "Is the arm raised?" of "the arm is bent and raised" become one question: it is one posture. */
export function joinPostures(drafts: readonly Draft[], { postures }: Scene): Draft[] {
  let result = [...drafts];
  for (const { first, second } of postures) {
    const start = result.find((draft) => draft.statement === first);
    const end = result.find((draft) => draft.statement === second);
    // "Picks up a pen and draws a circle": two deeds.
    if ('object' in first && first.object !== null && 'object' in second && second.object !== null) continue;
    const joined = start === undefined || end === undefined ? null : join(start, end);
    if (joined === null) continue;
    result = result.flatMap((draft) => (draft === start ? [joined] : draft === end ? [] : [draft]));
  }
  return result;
}

function join(start: Draft, end: Draft): Draft | null {
  const from = start.text.split(' ');
  const to = end.text.split(' ');
  const shared = from.findIndex((word, index) => word !== to[index]);
  const text = `${start.text.slice(0, -1)} and ${to.slice(shared).join(' ')}`;
  const apart = shared < 2 || start.polarity !== end.polarity || text.split(' ').length > MOST_WORDS;
  if (apart || /\band\b/u.test(end.text)) return null;
  return {
    ...start,
    text,
    slug: [...start.slug, ...end.slug.slice(1)],
    needs: [...new Set([...start.needs, ...end.needs])],
    statement: end.statement,
    adjective: null,
    importance: Math.max(start.importance, end.importance),
  };
}

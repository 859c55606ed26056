import { holds } from '../../../detectors/relations.ts';
import type { TrackPoint } from '../../../domain/track.ts';
import { REASONING_JUDGE } from '../../remedy.ts';
import type { Answerer, NoAnswer } from '../answer.ts';
import { stretchesSeen } from '../moments.ts';
import type { Related } from '../relation-text.ts';
import { withArticle } from '../words.ts';

/** A thing and the one that it is related to, in one frame. */
interface Together {
  a: TrackPoint;
  b: TrackPoint;
}

/** Is the thing where the prompt puts it, seen from another? As far as the picture tells without its depth. */
export const relation: Answerer = (
  _question,
  { label, related },
  evidence,
  { relation: model, presence: { unsure } },
) => {
  if (related === null) return NOT_TOLD;
  const seen = new Map(evidence.seen(related.label).map((point) => [point.frame, point]));
  const together = evidence.seen(label).flatMap((a): Together[] => {
    const b = seen.get(a.frame);
    return b === undefined ? [] : [{ a, b }];
  });
  const bothThere = [label, related.label].every((each) => evidence.presence(each) >= unsure[1]);
  if (!bothThere || together.length < model.leastShare * evidence.frames.length)
    return unsureOf(`${pair(label, related)} are not found together in enough frames.`);
  const told = together.flatMap(({ a, b }) => holds(related.relation, a.box, b.box) ?? []);
  if (told.length < together.length / 2)
    return unsureOf('Where they lie in the picture does not tell: one may be before the other.');
  const share = told.filter(Boolean).length / told.length;
  if (share > 1 - model.agreeing && share < model.agreeing)
    return unsureOf(`That holds in ${told.filter(Boolean).length} of ${told.length} frames in which it can be told.`);
  const isSo = share >= model.agreeing;
  return {
    pYes: isSo ? model.pHolds[related.relation] : 1 - model.pHolds[related.relation],
    reason: `Where both are found, ${withArticle(label)} is ${isSo ? '' : 'not '}${related.words} ${withArticle(related.label)}, in ${Math.round(Math.max(share, 1 - share) * told.length)} of ${told.length} frames.`,
    moments: stretchesSeen(
      together.flatMap(({ a, b }) => [a, b]),
      evidence.frames,
      `${withArticle(label)} and ${withArticle(related.label)}`,
      evidence.clip,
    ),
    tracks: [...evidence.tracksOf(label), ...evidence.tracksOf(related.label)].map(({ id }) => id),
  };
};

/** Where a question is about something else than boxes tell. */
export const NOT_TOLD: NoAnswer = {
  reason:
    'The detectors tell what is left of, right of, above, below, beside or on what, of two kinds of things that they know.',
  remedy: REASONING_JUDGE,
};

const unsureOf = (reason: string): NoAnswer => ({ reason, remedy: REASONING_JUDGE });

function pair(label: string, related: Related): string {
  const text = `${withArticle(label)} and ${withArticle(related.label)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

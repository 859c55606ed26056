import type { Dimension } from '../../../src/domain/dimension.ts';
import type { QuestionKind } from '../../../src/domain/question.ts';
import { mean } from '../../../src/domain/statistics.ts';
import { type Defect, type Scope, STRENGTHS, type Strength } from './make/defect.ts';
import type { Origin } from './make/sources.ts';
import { isBad, type Outcome } from './outcome.ts';
import { overlap } from './overlap.ts';

/** A score has fallen when it is lower by this much; scores that differ by less count as the same. */
export const FALL = 0.01;
/** A dimension has moved when it changed by more than this. */
export const MOVED = 0.1;
/** A moment is the right one from this overlap on. */
export const RIGHT_OVERLAP = 0.5;

/** A share of cases; `of` is 0 and `share` null where there were none. */
export interface Share {
  share: number | null;
  of: number;
}

export interface DefectSummary {
  defect: string;
  scope: Scope;
  dimension: Dimension;
  questions: readonly QuestionKind[];
  sources: number;
  /** Share of cases in which the dimension's score falls against the clean clip, and by how much it falls in the mean. */
  falls: Record<Strength, Share>;
  meanFall: Record<Strength, number | null>;
  /** Share of cases in which a question it is about gets a bad answer. */
  bad: Record<Strength, Share>;
  /** Share of sources in which the score never rises with strength and falls in the end. */
  monotone: Share;
  /** Share of cases in which the worst moment that a question names is the right one; for windows only. */
  moments: Record<Strength, Share>;
  /** Mean change of each other dimension, and the share of cases in which it moved. */
  others: Partial<Record<Dimension, { meanChange: number; moved: Share; related: boolean }>>;
}

export function shareOf(values: readonly boolean[]): Share {
  return { share: values.length === 0 ? null : values.filter(Boolean).length / values.length, of: values.length };
}

/** Shares of several cells together, each weighing as many cases as it has. */
export function pooled(shares: readonly Share[]): Share {
  const of = shares.reduce((sum, share) => sum + share.of, 0);
  const hits = shares.reduce((sum, { share, of }) => sum + (share ?? 0) * of, 0);
  return { share: of === 0 ? null : hits / of, of };
}

function perStrength<T>(make: (strength: Strength) => T): Record<Strength, T> {
  return { mild: make('mild'), medium: make('medium'), strong: make('strong') };
}

/** Sums up what happened to the sources under one defect in one scope; null without cases. */
export function summariseDefect(defect: Defect, scope: Scope, outcomes: readonly Outcome[]): DefectSummary | null {
  const clean = new Map(outcomes.filter((o) => o.defect === null).map((o) => [o.source, o]));
  const own = outcomes.filter((o) => o.defect === defect.id && o.scope === scope && clean.has(o.source));
  if (own.length === 0) return null;
  const fallOf = (o: Outcome): number => scoreOf(clean.get(o.source), defect.dimension) - scoreOf(o, defect.dimension);
  const at = (strength: Strength): Outcome[] => own.filter((o) => o.strength === strength);
  const sources = [...new Set(own.map((o) => o.source))];
  return {
    defect: defect.id,
    scope,
    dimension: defect.dimension,
    questions: defect.questions,
    sources: sources.length,
    falls: perStrength((strength) => shareOf(at(strength).map((o) => fallOf(o) >= FALL))),
    meanFall: perStrength((strength) => mean(at(strength).map(fallOf))),
    bad: perStrength((strength) =>
      shareOf(at(strength).map((o) => defect.questions.some((kind) => isBad(o.kinds[kind])))),
    ),
    monotone: shareOf(
      sources
        .map((source) => STRENGTHS.map((strength) => at(strength).find((o) => o.source === source)))
        .filter((ladder): ladder is Outcome[] => ladder.every((o) => o !== undefined))
        .map((ladder) => fallsFurther(ladder.map(fallOf))),
    ),
    moments: perStrength((strength) =>
      shareOf(scope === 'whole' ? [] : at(strength).map((o) => namesRightMoment(defect, o))),
    ),
    others: changesElsewhere(defect, own, clean),
  };
}

/** Without a score a dimension neither falls nor rises. */
function scoreOf(outcome: Outcome | undefined, dimension: Dimension): number {
  return outcome?.dimensions[dimension] ?? Number.NaN;
}

/** Whether a score falls with strength: never rises again by more than counts, and ends lower than it began. */
export function fallsFurther(falls: readonly number[]): boolean {
  const steps = [0, ...falls];
  return (falls.at(-1) ?? 0) >= FALL && steps.every((fall, i) => i === 0 || fall > (steps[i - 1] ?? 0) - FALL);
}

/** Whether the worst moment of the first question that is answered badly and names one lies where the defect shows. */
function namesRightMoment({ questions }: Defect, { kinds, shows }: Outcome): boolean {
  const worst = questions.map((kind) => (isBad(kinds[kind]) ? kinds[kind]?.moments[0] : undefined)).find(Boolean);
  return worst !== undefined && shows.some((span) => overlap(span, worst) >= RIGHT_OVERLAP);
}

function changesElsewhere(
  defect: Defect,
  own: readonly Outcome[],
  clean: ReadonlyMap<string, Outcome>,
): DefectSummary['others'] {
  const others: DefectSummary['others'] = {};
  // Keys of `dimensions` are dimensions.
  const seen = new Set(own.flatMap((o) => Object.keys(o.dimensions) as Dimension[]));
  for (const dimension of seen) {
    if (dimension === defect.dimension) continue;
    const changes = own
      .map((o) => scoreOf(o, dimension) - scoreOf(clean.get(o.source), dimension))
      .filter((change) => !Number.isNaN(change));
    others[dimension] = {
      meanChange: mean(changes) ?? 0,
      moved: shareOf(changes.map((change) => Math.abs(change) > MOVED)),
      related: defect.related.includes(dimension),
    };
  }
  return others;
}

export interface FalseAlarms {
  origin: Origin;
  clips: number;
  /** Share of clips with any bad answer about a defect. */
  anyAlarm: Share;
  /** Share of all answers about defects that are bad. */
  answers: Share;
  kinds: Partial<Record<QuestionKind, Share>>;
}

/** Bad answers on clean clips, to questions of these kinds. */
export function falseAlarms(origin: Origin, asked: readonly QuestionKind[], outcomes: readonly Outcome[]): FalseAlarms {
  const clean = outcomes.filter((o) => o.defect === null && o.origin === origin);
  const kinds: FalseAlarms['kinds'] = {};
  for (const kind of asked) {
    const answered = clean.filter((o) => o.kinds[kind] !== undefined);
    if (answered.length > 0) kinds[kind] = shareOf(answered.map((o) => isBad(o.kinds[kind])));
  }
  return {
    origin,
    clips: clean.length,
    anyAlarm: shareOf(clean.map((o) => asked.some((kind) => isBad(o.kinds[kind])))),
    answers: pooled(Object.values(kinds)),
    kinds,
  };
}

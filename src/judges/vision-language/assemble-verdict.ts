import type { Reading, ViewName } from '../../domain/reasoning.ts';
import { mean } from '../../domain/statistics.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';
import { citedMoments, type SeenFrame } from './cited-times.ts';
import type { WrittenRationale } from './judge-api.ts';
import { parseRationale } from './reason-text.ts';

export interface VerdictParts {
  questionId: string;
  judge: string;
  view: ViewName;
  seen: readonly SeenFrame[];
  durationSeconds: number;
  /** Makes a probability of what the model says; the readings are kept as they are. */
  calibrated: (pYes: number, isReasoned: boolean) => number;
  before: Reading;
  /** One for each vote; none where no rationale was asked for. */
  rationales: readonly WrittenRationale[];
}

/**
 * Makes one verdict of what the model said about a question. What it says after its rationale counts, the mean over votes; a
 * rationale that ended in a loop counts for nothing, and without another one the answer given before it stands.
 */
export function assembleVerdict(parts: VerdictParts): AnsweredVerdict {
  const { questionId, judge, view, seen, durationSeconds, calibrated, before, rationales } = parts;
  const readings = rationales.flatMap(({ after }) => after ?? []);
  const after = meanOf(readings);
  const { mass, ...said } = after ?? before;
  const pYes = calibrated(said.pYes, after !== null);
  const told = rationales.find((rationale) => agrees(rationale, said.pYes)) ?? rationales[0];
  const reason = told === undefined ? '' : parseRationale(told.text).reason;
  const yes = readings.filter((reading) => reading.pYes >= 0.5).length;
  return {
    status: 'answered',
    questionId,
    judge,
    pYes,
    mass,
    hard: false,
    reason: reason || withoutReason(rationales.length > 0, pYes, seen.length),
    moments: citedMoments(reason, seen, durationSeconds),
    measurements: [],
    rationale: {
      view,
      frames: [...new Set(seen.map(({ index }) => index))],
      before,
      after,
      votes: rationales.length > 1 ? { yes, no: readings.length - yes } : null,
      ended: told?.ended ?? 'skipped',
    },
  };
}

function meanOf(readings: readonly Reading[]): Reading | null {
  const pYes = mean(readings.map((reading) => reading.pYes));
  const mass = mean(readings.map((reading) => reading.mass));
  return pYes === null || mass === null ? null : { pYes, mass };
}

function agrees({ after }: WrittenRationale, pYes: number): boolean {
  return after !== null && after.pYes >= 0.5 === pYes >= 0.5;
}

function withoutReason(asked: boolean, pYes: number, pictures: number): string {
  const says = `The model answers ${pYes >= 0.5 ? 'yes' : 'no'} from ${pictures} pictures`;
  return asked ? `${says}, and wrote no reason.` : `${says}; it was not asked for a reason.`;
}

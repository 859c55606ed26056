import { formatTimeRange } from '../../domain/time.ts';
import type { Measurement } from '../../domain/verdict.ts';
import type { MeasuredEvidence } from './evidence.ts';
import type { Factor } from './factors.ts';
import type { FoundEvent } from './judgement.ts';

/** An answer this close to ½ is not called one. */
const UNSURE_WITHIN = 0.1;

/** A number with as many digits as a person needs. */
export function plain(value: number): string {
  const size = Math.abs(value);
  if (size >= 10) return value.toFixed(0);
  if (size >= 1) return String(Number(value.toFixed(1)));
  if (size >= 0.1) return String(Number(value.toFixed(2)));
  return size < 1e-4 ? '0' : String(Number(value.toPrecision(1)));
}

/** A number with its unit: "110 %", "0.3 levels", "0.7". */
export function withUnit(value: number, unit: string): string {
  return unit === '' ? plain(value) : `${plain(value)} ${unit}`;
}

/** The reason of an answer: what was found, worded as uncertain where pYes is near ½, and the evidence for it. */
export function wordReason(pYes: number, finding: string, because: string): string {
  const unsure = Math.abs(pYes - 0.5) < UNSURE_WITHIN;
  return `${unsure ? `Hard to tell: perhaps ${lowerFirst(finding)}` : finding} ${because}`.trim();
}

/**
 * What the measurements an answer was made from say about it, never against their own numbers: a bad answer leads with the
 * one furthest beyond its usual range, or says that none is; a good one says where one is and did not count.
 */
export function explain(bad: boolean, factors: readonly Factor[]): string {
  const [lead] = factors;
  if (lead === undefined) return '';
  const { name, unit, value } = lead.measurement;
  const said = `${name} is ${withUnit(value, unit)}, ${place(lead)}`;
  if (lead.deviation > 1) return `${said}${bad || atEdge(lead.measurement) ? '' : ', but not enough to count'}.`;
  if (!bad) return `${said}.`;
  const telling = factors.filter(({ deviation }) => deviation >= 0.5);
  if (telling.length < 2) return `${said}, but ${lead.worse} enough to count.`;
  return `${list(telling)}: none of these is worse than usual, but together they count.`;
}

/** What an event is told by: "Noise rises to 6 levels at 0:01.2–0:01.9." */
export function explainEvent({ model, stretch }: FoundEvent, evidence: MeasuredEvidence): string {
  const series = evidence.series(model.signal);
  const when = formatTimeRange(stretch.startSeconds, stretch.endSeconds);
  if (series === null) return '';
  const { name, unit } = series;
  return `${name} ${model.worse === 'high' ? 'rises' : 'falls'} to ${withUnit(stretch.peak, unit)} at ${when}, unlike before and after.`;
}

/** "above the usual 0–2 levels", "within the usual 0–2 levels". */
function place({ measurement }: Factor): string {
  const { value, usual, unit } = measurement;
  const beyond = value > usual[1] ? 'above' : value < usual[0] ? 'below' : 'within';
  const side = atEdge(measurement) ? 'at the edge of' : beyond;
  return `${side} the usual ${plain(usual[0])}–${withUnit(usual[1], unit)}`;
}

/** True when a value, as written, is a bound of its usual range: "1.5 is above 1.5" would be odd. */
function atEdge({ value, usual }: Measurement): boolean {
  return usual.some((bound) => plain(bound) === plain(value));
}

/** "Fine detail is 9 levels, sharpness 0.6 and resolution 240 px". */
function list(factors: readonly Factor[]): string {
  const parts = factors.map(({ measurement: { name, value, unit } }, position) =>
    position === 0 ? `${name} is ${withUnit(value, unit)}` : `${lowerFirst(name)} ${withUnit(value, unit)}`,
  );
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

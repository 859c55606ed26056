import type { Clip } from '../../domain/clip.ts';
import type { SignalSeries } from '../../domain/signal.ts';
import { logistic, mean, quantile } from '../../domain/statistics.ts';
import type { Measurement } from '../../domain/verdict.ts';
import type { Model, Term } from './calibration.ts';
import { cutStrengths, withoutCuts } from './cuts.ts';
import { repeatedFrames } from './repeats.ts';

/** At most 256 colours leave gaps between levels, and dither that cannot be told from noise: nothing in the picture has either. */
const OF_PALETTES: ReadonlySet<string> = new Set(['level_gaps', 'noise']);
const NONE: ReadonlySet<string> = new Set();
/** Of a clip that repeats more of its frames than this, as a share, nothing would be left to measure. */
const MOSTLY = 0.8;

/** The signals of a clip by id, and what the judge reads from them. */
export class MeasuredEvidence {
  readonly clip: Clip;
  /** How much each frame looks like the first after a cut; 1 and more is one. Empty where that could not be measured. */
  readonly cutStrengths: readonly number[];
  /** The change from each frame to the next, repeated frames included; null where it was not measured. */
  readonly frameChange: SignalSeries | null;
  /** Which frames repeat the one before; empty where that could not be measured. */
  readonly repeated: readonly boolean[];
  private readonly byId: ReadonlyMap<string, SignalSeries>;

  constructor(clip: Clip, signals: readonly SignalSeries[]) {
    this.clip = clip;
    const hidden = clip.container === 'GIF' ? OF_PALETTES : NONE;
    const raw = new Map(signals.map((series) => [series.id, series]));
    const order = raw.get('order_change');
    const unmatched = raw.get('unmatched');
    this.cutStrengths = order === undefined || unmatched === undefined ? [] : cutStrengths(order, unmatched);
    this.frameChange = raw.get('frame_change') ?? null;
    this.repeated = this.frameChange === null ? [] : repeatedFrames(this.frameChange);
    const mostly = this.repeated.filter(Boolean).length > MOSTLY * this.repeated.length;
    this.byId = new Map(
      signals
        .filter(({ id }) => !hidden.has(id))
        .map((series) => {
          const followed = withoutCuts(series, this.cutStrengths);
          const ofMotion = series.dimension !== 'visual_quality';
          return [series.id, ofMotion && !mostly ? withoutRepeats(followed, this.repeated) : followed];
        }),
    );
  }

  /**
   * A signal without the values that a cut disturbs, since a cut is one defect, not every defect; and, where it measures change,
   * without those of repeated frames, whose stillness would flatter the rest.
   */
  series(id: string): SignalSeries | null {
    return this.byId.get(id) ?? null;
  }

  /** The strength of the clearest cut; 0 without any. */
  get strongestCut(): number {
    return Math.max(0, ...this.cutStrengths);
  }

  /** The values of a signal where it has any. */
  values(id: string): number[] {
    return (this.byId.get(id)?.values ?? []).filter((value) => value !== null);
  }

  /** The signal's value for the whole clip beside what is usual; null when it was not measured. */
  measurement(id: string): Measurement | null {
    const series = this.byId.get(id);
    if (series === undefined || series.summary === null) return null;
    const { name, unit, usual, summary } = series;
    return { signal: id, name, unit, usual, value: summary };
  }

  measurements(ids: readonly string[]): Measurement[] {
    return ids.map((id) => this.measurement(id)).filter((found) => found !== null);
  }

  /** What a model reads, then other signals that speak to its question. */
  measurementsFor({ terms }: Pick<Model, 'terms'>, others: readonly string[] = []): Measurement[] {
    return this.measurements([...new Set([...terms.map(({ signal }) => signal), ...others])]);
  }

  /** Start of the first and end of the last frame measured, within the clip. */
  get span(): [number, number] {
    const times = this.byId.values().next().value?.timesSeconds ?? [];
    const first = times[0] ?? 0;
    return [first, Math.max(this.clip.durationSeconds, times.at(-1) ?? first)];
  }
}

/** The series without the values at repeated frames and at the frames before them. */
function withoutRepeats(series: SignalSeries, repeated: readonly boolean[]): SignalSeries {
  if (!repeated.includes(true)) return series;
  const values = series.values.map((value, position) => (repeated[position] || repeated[position + 1] ? null : value));
  return { ...series, values };
}

/** pYes of a logistic model; null when a signal it needs has no reading. */
export function probability(model: Model, evidence: MeasuredEvidence): number | null {
  let sum = model.bias;
  for (const term of model.terms) {
    const value = termValue(term, evidence.values(term.signal));
    if (value === null) return null;
    sum += term.weight * value;
  }
  return logistic(sum);
}

/** xⁿ / (xⁿ + halfⁿ): ½ at `half`, monotone, the steeper the larger n. */
export function hill(x: number, half: number, steepness: number): number {
  return x <= 0 ? 0 : 1 / (1 + (half / x) ** steepness);
}

/** What a term contributes before its weight; null without values. */
export function termValue(term: Term, values: readonly number[]): number | null {
  const value = statistic(term.statistic, values);
  if (value === null) return null;
  return scaled(value, term.scale);
}

/** A value on the scale of a term. */
export function scaled(value: number, scale: Term['scale']): number {
  if (scale.type === 'linear') return value;
  if (scale.type === 'log') return Math.log(Math.max(0, value) + scale.offset);
  return Math.max(0, scale.low - value, value - scale.high);
}

/** The value of a signal over the clip that a term reads; null without values. */
export function statistic(name: Term['statistic'], values: readonly number[]): number | null {
  if (name === 'mean') return mean(values);
  if (name !== 'spread') return quantile(values, SHARES[name]);
  const high = quantile(values, SHARES.q90);
  const low = quantile(values, SHARES.q10);
  return high === null || low === null ? null : high - low;
}

const SHARES = { q10: 0.1, q25: 0.25, median: 0.5, q75: 0.75, q90: 0.9, max: 1 } as const;

import type { Box } from '../../domain/box.ts';
import type { SignalSeries } from '../../domain/signal.ts';
import { logistic, mean, median } from '../../domain/statistics.ts';
import type { EventModel } from './calibration.ts';
import { type MeasuredEvidence, scaled } from './evidence.ts';
import { MAX_FRAMES, NORMAL, type Stretch } from './moments.ts';

/** Shortest and longest stretch that counts as an event, and the share of the clip it may take. */
const SHORTEST_SECONDS = 0.25;
const LONGEST_SECONDS = 1.6;
const LARGEST_SHARE = 0.5;
/** Fewer readings than this have no stretch that stands out. */
const LEAST_READINGS = 8;
/** Readings further apart than this many times the usual belong to different runs of frames. */
const GAP = 1.5;
/** Standard errors that are taken off: what noise alone would show in a short clip is no event. */
const ERRORS = 2;
/** From this strength of a cut on, what happens around it looks like an edit, which has a question of its own. */
const EDIT_STRENGTH = 0.7;

/** Something that a signal does for a while. */
export interface Event {
  /** Probability that it is one that people notice. */
  probability: number;
  stretch: Stretch;
  box: Box | null;
}

/** A reading of a signal, on the scale of a model; higher is worse. */
interface Point {
  /** Among all readings of the signal, the missing ones too. */
  position: number;
  timeSeconds: number;
  frame: number;
  value: number;
  raw: number;
  box: Box | null;
}

/** The clearest event of a model in a clip; null where nothing was measured. */
export function clearestEvent(model: EventModel, evidence: MeasuredEvidence): Event | null {
  const clearest = clearestOf(model, evidence);
  if (clearest === null) return null;
  const { points, effect, from, to } = clearest;
  const inside = points.slice(from, to);
  const worst = [...inside].sort((a, b) => b.value - a.value);
  return {
    probability: logistic(model.bias + model.weight * effect),
    stretch: {
      startSeconds: inside[0]?.timeSeconds ?? 0,
      endSeconds: points[to]?.timeSeconds ?? (inside.at(-1)?.timeSeconds ?? 0) + usualStep(points),
      frames: worst.slice(0, MAX_FRAMES).map(({ frame }) => frame),
      peak: worst[0]?.raw ?? 0,
      length: inside.length,
    },
    box: worst[0]?.box ?? null,
  };
}

/** How far the clearest event stands out, on the model's scale; null where nothing was measured. */
export function eventEffect(shape: EventShape, evidence: MeasuredEvidence): number | null {
  return clearestOf(shape, evidence)?.effect ?? null;
}

type EventShape = Omit<EventModel, 'bias' | 'weight'>;

function clearestOf(shape: EventShape, evidence: MeasuredEvidence): (Found & { points: Point[] }) | null {
  const series = evidence.series(shape.signal);
  if (series === null) return null;
  const points = pointsOf(series, shape);
  const found = FINDERS[shape.shape](points);
  if (found === null) return null;
  const edited = LASTING.has(shape.shape) && isEdit(found, points, evidence);
  return { ...found, effect: edited ? 0 : found.effect, points };
}

/** Shapes of what lasts a while. What pops up in one frame is not told from an edit by this, and a level is of the whole clip. */
const LASTING: ReadonlySet<EventModel['shape']> = new Set(['stretch', 'spikes']);

/** Whether a stretch, or a frame beside it, looks like the first after a cut. */
function isEdit({ from, to }: Found, points: readonly Point[], { cutStrengths }: MeasuredEvidence): boolean {
  const first = Math.max(0, (points[from]?.position ?? 0) - 1);
  const last = (points[to - 1]?.position ?? 0) + 1;
  return cutStrengths.slice(first, last + 1).some((strength) => strength >= EDIT_STRENGTH);
}

function pointsOf(series: SignalSeries, { worse, scale }: EventShape): Point[] {
  return series.values.flatMap((raw, position) => {
    if (raw === null) return [];
    const value = (worse === 'high' ? 1 : -1) * scaled(raw, scale);
    const box = series.boxes?.[position] ?? null;
    return [
      {
        position,
        timeSeconds: series.timesSeconds[position] ?? 0,
        frame: series.frames[position] ?? 0,
        value,
        raw,
        box,
      },
    ];
  });
}

/** By how much each reading exceeds both of its neighbours. */
function spikes(points: readonly Point[]): Point[] {
  return points.map((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    const beside = Math.max(before?.value ?? point.value, after?.value ?? point.value);
    return { ...point, value: Math.max(0, point.value - beside) };
  });
}

interface Found {
  /** How far it stands out, on the model's scale. */
  effect: number;
  /** Positions: from the first up to but without the last. */
  from: number;
  to: number;
}

const FINDERS: Record<EventModel['shape'], (points: readonly Point[]) => Found | null> = {
  stretch: (points) => standingOut(points),
  spikes: (points) => standingOut(spikes(points), mean),
  peak: peakOf,
  level: (points) => {
    const effect = median(points.map(({ value }) => value));
    return effect === null ? null : { effect, from: 0, to: points.length };
  },
};

function peakOf(points: readonly Point[]): Found | null {
  let best: Found | null = null;
  points.forEach(({ value }, i) => {
    if (best === null || value > best.effect) best = { effect: value, from: i, to: i + 1 };
  });
  return best;
}

/**
 * The stretch inside a clip that differs most from the rest of it, by the likelihood-ratio statistic of a change of mean in an
 * interval, (mean inside − mean outside) · √(n·(N − n)/N); its effect is the level (median) inside less the larger of the
 * medians beside it, so that neither a slow drift nor single frames are one, less
 * two standard errors. Null where the clip is too short.
 * Source: scan statistics, Kulldorff, "A spatial scan statistic", Communications in Statistics 26 (1997), for normal values in
 * time.
 */
export function standingOut(
  points: readonly Pick<Point, 'timeSeconds' | 'value'>[],
  levelOf: (values: readonly number[]) => number | null = median,
): Found | null {
  const count = points.length;
  if (count < LEAST_READINGS) return null;
  const step = usualStep(points);
  const sums = new Float64Array(count + 1);
  points.forEach(({ value }, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value;
  });
  const meanOf = (from: number, to: number): number => ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  const total = sums[count] ?? 0;
  const shortest = Math.max(2, Math.min(Math.ceil(SHORTEST_SECONDS / step), Math.floor(count / 3)));
  const longest = Math.min(Math.round(LONGEST_SECONDS / step), Math.floor(LARGEST_SHARE * count));
  let best: { strength: number; from: number; to: number } | null = null;
  for (let length = shortest; length <= longest; length++) {
    const weight = Math.sqrt((length * (count - length)) / count);
    for (let from = 2; from + length <= count - 2; from++) {
      const to = from + length;
      const inside = meanOf(from, to);
      const strength = weight * (inside - (total - inside * length) / (count - length));
      if (best !== null && strength <= best.strength) continue;
      const lasted = (points[to - 1]?.timeSeconds ?? 0) - (points[from]?.timeSeconds ?? 0);
      if (lasted > GAP * step * length) continue;
      best = { strength, from, to };
    }
  }
  if (best === null) return null;
  const { from, to } = best;
  const reach = Math.max(2, (to - from) >> 1);
  const levelIn = (start: number, end: number): number =>
    levelOf(points.slice(Math.max(0, start), end).map(({ value }) => value)) ?? 0;
  const beside = Math.max(levelIn(from - reach, from), levelIn(to, to + reach));
  const error = noiseOf(points) * Math.sqrt(1 / (to - from) + 1 / reach);
  return { effect: levelIn(from, to) - beside - ERRORS * error, from, to };
}

/** Robust standard deviation of the readings about their slow changes, from the differences of successive ones. */
function noiseOf(points: readonly Pick<Point, 'value'>[]): number {
  const differences = points.slice(1).map(({ value }, i) => Math.abs(value - (points[i]?.value ?? 0)));
  return (NORMAL * (median(differences) ?? 0)) / Math.SQRT2;
}

/** Usual time from one reading to the next, in seconds. */
function usualStep(points: readonly Pick<Point, 'timeSeconds'>[]): number {
  const steps = points.slice(1).map(({ timeSeconds }, i) => timeSeconds - (points[i]?.timeSeconds ?? 0));
  return Math.max(1e-3, median(steps) ?? 1e-3);
}

import type { QuestionKind } from '../../src/domain/question.ts';
import { quantile } from '../../src/domain/statistics.ts';
import type { Calibration, EventModel, Model } from '../../src/judges/measured/calibration.ts';
import { eventEffect } from '../../src/judges/measured/events.ts';
import { type MeasuredEvidence, probability, termValue } from '../../src/judges/measured/evidence.ts';
import type { LabelRow, MeasuredClip } from './labelled-clips.ts';
import { type Example, fitLogistic } from './logistic-fit.ts';
import { type EventSpec, MODEL_SPECS, type ModelSpec } from './models.ts';
import { accuracyOf, calibrationErrorOf, type Prediction } from './validation.ts';

/** Weight of the L2 penalty of models that do not say otherwise. */
const PENALTY = 0.1;

/** The bias of an event is moved until no more than this share of good clips is called bad. */
const FALSE_EVENTS = 0.02;
/** Where nothing stands out, an event is at most this unlikely, and no more certain than the labels bear: bounds of −bias, in logits. */
const SLOPES = [12, 24] as const;
/** The same for the whole clip, over clean clips alone. */
const FALSE_ALARMS = 0.05;

/** Labelled clips of one table. */
export interface LabelledTable {
  clips: readonly MeasuredClip[];
  labels: ReadonlyMap<string, LabelRow>;
}

export type Tables = Readonly<Record<ModelSpec['labels'][number]['table'], LabelledTable>>;

interface Case extends Example {
  evidence: MeasuredEvidence;
  prompt: string;
}

/**
 * Fits every model of MODEL_SPECS.
 * @param leaveOut clips of this prompt are not used
 */
export function calibrate(tables: Tables, version: string, leaveOut: string | null = null): Calibration {
  const kinds: Partial<Record<QuestionKind, Model>> = {};
  const { clips, labels } = tables.defects;
  const clean = clips.filter(({ clip }) => labels.get(clip.name)?.defect === 'clean').map(({ evidence }) => evidence);
  for (const spec of MODEL_SPECS) {
    const cases = casesOf(spec, tables);
    const used = cases.filter((found) => found.prompt !== leaveOut);
    if (used.length === 0) continue;
    const model = withFewAlarms(spec, fitModel(spec, used), clean);
    kinds[spec.kind] = {
      ...model,
      ...(leaveOut === null ? validate(spec, cases, clean) : NOT_VALIDATED),
      ...fitEvents(spec, tables, leaveOut),
      fittedTo: `${spec.labels.map(({ text }) => text).join('; ')} (${used.length} clips)`,
    };
  }
  return { version, kinds };
}

function casesOf(spec: ModelSpec, tables: Tables): Case[] {
  const cases: Case[] = [];
  for (const source of spec.labels) {
    const { clips, labels } = tables[source.table];
    const found: Case[] = [];
    for (const { clip, evidence } of clips) {
      const row = labels.get(clip.name);
      const target = row === undefined ? null : source.toTarget(row[source.column] ?? '');
      if (row === undefined || target === null) continue;
      // What is damaged for a while is what events are for.
      if (source.table === 'defects' && row.scope === 'window') continue;
      if (source.leaveOutCuts && evidence.strongestCut >= 1) continue;
      const features = spec.terms.map((term) => termValue({ ...term, weight: 1 }, evidence.values(term.signal)));
      if (features.some((value) => value === null)) continue;
      found.push({
        evidence,
        prompt: row.prompt ?? '',
        features: features.map((value) => value ?? 0),
        target,
        weight: 1,
      });
    }
    cases.push(...(source.table === 'defects' ? balanced(found, source.total ?? found.length) : found));
  }
  return cases;
}

/** Weights by which damaged and clean clips count the same in all: their numbers say nothing about real clips. */
function balanced(cases: readonly Case[], total: number): Case[] {
  const yes = cases.filter((found) => found.target > 0.5).length;
  return cases.map((found) => ({ ...found, weight: total / 2 / (found.target > 0.5 ? yes : cases.length - yes) }));
}

function fitModel(spec: ModelSpec, cases: readonly Case[]): Pick<Model, 'bias' | 'terms'> {
  const fit = fitLogistic(
    cases,
    spec.terms.map((term) => term.sign),
    spec.penalty ?? PENALTY,
  );
  return {
    bias: rounded(fit.bias),
    terms: spec.terms.map(({ signal, statistic, scale }, k) => ({
      signal,
      statistic,
      scale,
      weight: rounded(fit.weights[k] ?? 0),
    })),
  };
}

/** Fits the events of a model to damaged clips; without any there are none. */
function fitEvents(spec: ModelSpec, { defects, ratings }: Tables, leaveOut: string | null): Pick<Model, 'events'> {
  if (spec.events === undefined || defects.clips.length === 0) return {};
  const rowsOf = ({ clips, labels }: LabelledTable) =>
    clips.flatMap(({ clip, evidence }) => {
      const row = labels.get(clip.name);
      return row === undefined || (leaveOut !== null && row.prompt === leaveOut) ? [] : [{ row, evidence }];
    });
  const damaged = rowsOf(defects);
  const rated = rowsOf(ratings);
  return {
    events: spec.events.map((event) => {
      const { fineWithout } = event;
      const fine = fineWithout === undefined ? [] : rated.filter(({ row }) => row[fineWithout] === 'no');
      return fitEvent(spec.kind, event, damaged, fine);
    }),
  };
}

/**
 * Damaged clips count as bad from medium strength on; good are clean ones, those damaged in another dimension
 * that the label calls good, and rated ones that people call good.
 */
function fitEvent(
  kind: QuestionKind,
  event: EventSpec,
  rows: readonly { row: LabelRow; evidence: MeasuredEvidence }[],
  rated: readonly { evidence: MeasuredEvidence }[],
): EventModel {
  const { defects, scope, fineWithout: _, margin = 1, ...shape } = event;
  const good = GOOD_IF_YES.has(kind) ? 'yes' : 'no';
  const dimension = rows.find(({ row }) => defects.includes(row.defect ?? ''))?.row.dimension;
  const examples = rows.flatMap(({ row, evidence }) => {
    const damaged = defects.includes(row.defect ?? '') && row.scope === scope && row.strength !== 'mild';
    // Other defects of the same dimension may well show in the signal.
    if (!damaged && (row[kind] !== good || row.dimension === dimension)) return [];
    const effect = effectOf(event, evidence);
    return effect === null ? [] : [{ features: [effect], target: damaged ? 1 : 0, weight: 1 }];
  });
  for (const { evidence } of rated) {
    const effect = effectOf(event, evidence);
    if (effect !== null) examples.push({ features: [effect], target: 0, weight: 1 });
  }
  const bad = examples.filter(({ target }) => target === 1).length;
  const fit = fitLogistic(
    examples.map((example) => ({
      ...example,
      weight: examples.length / (example.target === 1 ? bad : examples.length - bad),
    })),
    [1],
    PENALTY,
  );
  const [fitted = 1] = fit.weights;
  const fine = examples.filter(({ target }) => target === 0).map(({ features: [effect = 0] }) => effect);
  const half = margin * Math.max(-fit.bias / fitted, quantile(fine, 1 - FALSE_EVENTS) ?? 0);
  const [flattest, steepest] = half > 0 ? SLOPES : [0, Number.POSITIVE_INFINITY];
  const weight = Math.min(steepest / Math.abs(half), Math.max(flattest / Math.abs(half), fitted));
  return { ...shape, bias: rounded(-weight * half), weight: rounded(weight) };
}

/** Effects are the same whatever is left out. */
const effects = new WeakMap<MeasuredEvidence, Map<EventSpec, number | null>>();

function effectOf(event: EventSpec, evidence: MeasuredEvidence): number | null {
  const own = effects.get(evidence) ?? new Map<EventSpec, number | null>();
  effects.set(evidence, own);
  const effect = own.has(event) ? (own.get(event) ?? null) : eventEffect(event, evidence);
  own.set(event, effect);
  return effect;
}

/** Kinds to which yes is the good answer. */
const GOOD_IF_YES: ReadonlySet<QuestionKind> = new Set(['clarity', 'exposure', 'colour', 'smoothness']);

/** The model with its bias moved so that it calls few of the clean clips bad. */
function withFewAlarms(
  { kind, alarms = FALSE_ALARMS }: ModelSpec,
  model: Pick<Model, 'bias' | 'terms'>,
  clean: readonly MeasuredEvidence[],
): Pick<Model, 'bias' | 'terms'> {
  if (alarms === null) return model;
  const side = GOOD_IF_YES.has(kind) ? -1 : 1;
  const sums = clean.flatMap((evidence) => {
    const pYes = probability({ ...model, ...NOT_VALIDATED, fittedTo: '' }, evidence);
    return pYes === null ? [] : [side * Math.log(pYes / (1 - pYes))];
  });
  const worst = quantile(sums, 1 - alarms);
  return worst === null || worst <= 0 ? model : { ...model, bias: rounded(model.bias - side * worst) };
}

type Validation = Pick<Model, 'accuracy' | 'calibrationError' | 'clips'>;
const NOT_VALIDATED: Validation = { accuracy: null, calibrationError: null, clips: null };

/** Accuracy and calibration error when each clip is judged by a fit without its prompt. */
function validate(spec: ModelSpec, cases: readonly Case[], clean: readonly MeasuredEvidence[]): Validation {
  const predictions: Prediction[] = [];
  for (const prompt of new Set(cases.map((found) => found.prompt))) {
    const others = cases.filter((found) => found.prompt !== prompt);
    if (others.length === 0) continue;
    const model: Model = { ...withFewAlarms(spec, fitModel(spec, others), clean), ...NOT_VALIDATED, fittedTo: '' };
    for (const { evidence, target, weight, ...found } of cases)
      if (found.prompt === prompt) predictions.push({ pYes: probability(model, evidence) ?? 0.5, target, weight });
  }
  const accuracy = accuracyOf(predictions);
  const error = calibrationErrorOf(predictions);
  return {
    accuracy: accuracy === null ? null : rounded(accuracy),
    calibrationError: error === null ? null : rounded(error),
    clips: predictions.length || null,
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

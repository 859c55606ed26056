import { z } from 'zod';

/** How a reasoning judge is to answer. */
export const reasoningSettingsSchema = z.object({
  /** `quick`: the verdict alone. `reasoned`: the verdict, its rationale, and the verdict again after it. */
  depth: z.enum(['quick', 'reasoned']),
  /** 1: greedy. More: so many rationales are sampled for each question and their answers counted. */
  votes: z.int().min(1).max(9),
  /** Seed of the sampling; without votes it changes nothing. */
  seed: z.int().nonnegative(),
  /** Whether the judge is told what was measured. */
  giveMeasurements: z.boolean(),
  /** Whether the model may add questions of its own to the grammar's. */
  writeQuestions: z.boolean(),
  /** Where its model is to run; `best`: where it is expected to be fastest. */
  device: z.enum(['best', 'webgpu', 'wasm']).default('best'),
});

export type ReasoningSettings = z.infer<typeof reasoningSettingsSchema>;

export const DEFAULT_REASONING: ReasoningSettings = {
  depth: 'reasoned',
  votes: 1,
  seed: 1,
  giveMeasurements: false,
  writeQuestions: false,
  device: 'best',
};

/** What a model's probabilities say at the answer slot. */
export const readingSchema = z.object({
  /** Σ p(yes spellings) / mass, 0..1. */
  pYes: z.number().min(0).max(1),
  /** Σ p(yes spellings) + Σ p(no spellings) over the full vocabulary, 0..1. */
  mass: z.number().min(0).max(1),
});

export type Reading = z.infer<typeof readingSchema>;

/** Which pictures of the clip the judge was shown: the whole clip, suspicious moments frame by frame, or details in full resolution. */
export const VIEWS = ['overview', 'moment', 'details'] as const;

export type ViewName = (typeof VIEWS)[number];

/** How a model came to its answer. */
export const rationaleSchema = z.object({
  view: z.enum(VIEWS),
  /** Indices of the frames it was shown, in presentation order. */
  frames: z.array(z.int().nonnegative()),
  /** Read before a rationale was written; null where the model gives no probabilities. */
  before: readingSchema.nullable(),
  /** Read after it; null where none was asked for or it did not come to an answer. */
  after: readingSchema.nullable(),
  /** Answers of sampled rationales; null without votes. */
  votes: z.object({ yes: z.int().nonnegative(), no: z.int().nonnegative() }).nullable(),
  /** Why the rationale ended where it did; `skipped` where none was asked for. */
  ended: z.enum(['finished', 'length', 'loop', 'skipped']),
});

export type Rationale = z.infer<typeof rationaleSchema>;

/** Where and how precisely a model runs. */
export const rungSchema = z.object({
  device: z.enum(['webgpu', 'wasm', 'browser']),
  /** Precision of the weights as the files name it ("q4f16", "q4", "q8", "fp16", "fp32"); "" where it is not known. */
  dtype: z.string(),
});

export type Rung = z.infer<typeof rungSchema>;

/** What made a model's answers, in enough detail to make them again. */
export const modelRunSchema = z.object({
  /** Architecture as the model's configuration names it; "" where it is not known. */
  family: z.string(),
  licence: z.string(),
  /** null when no rung worked. */
  rung: rungSchema.nullable(),
  /** Name of the GPU adapter, or null. */
  adapter: z.string().nullable(),
  /** wasm threads; null elsewhere. */
  threads: z.int().positive().nullable(),
  files: z.array(z.object({ path: z.string(), bytes: z.int().nonnegative(), sha256: z.string() })),
  /** Size in pixels in which it sees a frame; null where it was not told. */
  frameSize: z.object({ width: z.int().positive(), height: z.int().positive() }).nullable(),
  /** Greatest deviation of a logit from its known answer after loading; null when it has no known answers. */
  checkDeviation: z.number().nullable(),
  /** Rungs that were tried and given up, and why. */
  abandoned: z.array(z.object({ rung: rungSchema, code: z.string(), message: z.string() })),
  /** How it was to answer; absent for a model that does not reason. */
  settings: reasoningSettingsSchema.optional(),
});

export type ModelRun = z.infer<typeof modelRunSchema>;

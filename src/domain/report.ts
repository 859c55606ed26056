import { z } from 'zod';
import { clipSchema, noticeSchema } from './clip.ts';
import { LoupeError } from './error.ts';
import { profileSchema } from './profile.ts';
import { questionSchema } from './question.ts';
import { modelRunSchema, reasoningSettingsSchema } from './reasoning.ts';
import { signalSeriesSchema } from './signal.ts';
import { detectionsSchema } from './track.ts';
import { validatedKindsSchema } from './validation.ts';
import { verdictSchema } from './verdict.ts';

export const REPORT_SCHEMA_ID = 'loupe.report/1';

const scoreSchema = z.object({
  score: z.number().min(0).max(1).nullable(),
  asked: z.int().nonnegative(),
  assessed: z.int().nonnegative(),
  coverage: z.number().min(0).max(1),
  reason: z.string().nullable(),
});

/** The one thing that UI, library, export and command line share: a run, and what made it. */
export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA_ID),
  id: z.string().min(1),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  app: z.object({ name: z.literal('loupe'), version: z.string() }),
  clip: clipSchema,
  /** As typed; null when the clip was judged without one. */
  prompt: z.string().nullable(),
  settings: z.object({
    /** `auto`, or the id of the one judge asked. */
    judge: z.string(),
    gateByParents: z.boolean(),
    profile: profileSchema,
    /** How reasoning judges were to answer; absent from reports of versions that had none. */
    reasoning: reasoningSettingsSchema.optional(),
  }),
  /** A sentence before numbers. */
  summary: z.string(),
  overall: scoreSchema,
  dimensions: z.object({
    visual_quality: scoreSchema,
    text_to_video_alignment: scoreSchema,
    temporal_consistency: scoreSchema,
    factual_consistency: scoreSchema,
    dynamic_degree: scoreSchema,
  }),
  questions: z.array(questionSchema),
  /** The verdict that counts comes first of those on a question; later ones corroborate. */
  verdicts: z.array(verdictSchema),
  signals: z.array(signalSeriesSchema),
  frames: z.object({
    /** Times of the frames that were looked at, in seconds, and their indices in presentation order. */
    timesSeconds: z.array(z.number()),
    indices: z.array(z.int().nonnegative()),
    /** Stretches of consecutive frames, as [first, last] frame index. */
    runs: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])),
  }),
  judges: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      version: z.string(),
      /** Where it ran: "cpu", "wasm", "webgpu", "browser". */
      backend: z.string(),
      /** How well its answers hold, by kind of question, as was known when it answered; absent from reports of versions that did not tell. */
      kinds: validatedKindsSchema.optional(),
      /** Version of the data that turned what it found into probabilities; null where it gives its own. */
      calibrationVersion: z.string().nullable().optional(),
      /** For a judge that is a model: what made its answers. */
      model: modelRunSchema.optional(),
    }),
  ),
  /** What detectors found in the clip; absent where none looked. */
  detections: detectionsSchema.optional(),
  notices: z.array(noticeSchema),
  /** Wall-clock seconds of each stage. */
  timingsSeconds: z.record(z.string(), z.number().nonnegative()),
});

export type Report = z.infer<typeof reportSchema>;

/**
 * Checks an untrusted value, such as an imported file.
 * @throws LoupeError `invalid_report` naming the first place that does not fit
 */
export function parseReport(value: unknown): Report {
  const result = reportSchema.safeParse(value);
  if (result.success) return result.data;
  throw new LoupeError('invalid_report', misfit(value, result.error), 'Choose a JSON file that Loupe exported.');
}

function misfit(value: unknown, { issues }: z.ZodError): string {
  const marked = z.object({ schema: z.string() }).safeParse(value);
  if (!marked.success || !marked.data.schema.startsWith('loupe.report/'))
    return 'This is not a Loupe report: it holds something else.';
  if (marked.data.schema !== REPORT_SCHEMA_ID)
    return 'This is not a Loupe report that this version can read: another version made it.';
  const part = issues[0]?.path.join('.') ?? '';
  return `This is not a Loupe report that can be read: “${part}” in it is missing or was changed.`;
}

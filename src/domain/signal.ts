import { z } from 'zod';
import { boxSchema } from './box.ts';
import { DIMENSIONS } from './dimension.ts';

/** A signal measured over the clip: what it is, and its values in time. */
export const signalSeriesSchema = z.object({
  id: z.string(),
  /** In words for a person, e.g. "Sharpness". */
  name: z.string(),
  /** Unit of the values, e.g. "levels", "% of width/s"; "" for a plain number. */
  unit: z.string(),
  dimension: z.enum(DIMENSIONS),
  /** The range in which 90 % of ordinary footage lies. */
  usual: z.tuple([z.number(), z.number()]),
  /** Which way is worse; `neither` for a signal that only describes. */
  worse: z.enum(['high', 'low', 'both', 'neither']),
  /** Times of the frames, and the value at each; null where the frame has none (the first of a run, say). */
  timesSeconds: z.array(z.number()),
  values: z.array(z.number().nullable()),
  /** Where in the picture each value was found; absent for a signal of the whole picture. */
  boxes: z.array(boxSchema.nullable()).optional(),
  /** Frame index of each value. */
  frames: z.array(z.int().nonnegative()),
  /** The clip's value as a whole; null when nothing could be measured. */
  summary: z.number().nullable(),
});

export type SignalSeries = z.infer<typeof signalSeriesSchema>;

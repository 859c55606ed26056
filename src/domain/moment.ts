import { z } from 'zod';
import { boxSchema } from './box.ts';

/** A stretch of the clip that a reason points at, bound to frames the judge really saw. */
export const momentSchema = z.object({
  startSeconds: z.number(),
  endSeconds: z.number(),
  /** Indices (presentation order) of judged frames within the stretch, at most a few, worst first. */
  frames: z.array(z.int().nonnegative()),
  /** What happens there, as a short clause: "the brightness flickers". */
  label: z.string(),
  /** True when the cited time lies outside the clip. */
  outsideClip: z.boolean(),
  /** Where in the picture; absent where it is all of it, or not known. */
  box: boxSchema.optional(),
});

export type Moment = z.infer<typeof momentSchema>;

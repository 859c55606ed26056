import { z } from 'zod';
import { mapDimensions } from './dimension.ts';

const weight = z.number().nonnegative();

/** How much each dimension counts in the overall score: relative weights, ≥ 0. */
export const profileSchema = z.object({
  name: z.string().min(1),
  weights: z.object({
    visual_quality: weight,
    text_to_video_alignment: weight,
    temporal_consistency: weight,
    factual_consistency: weight,
    dynamic_degree: weight,
  }),
});

export type Profile = z.infer<typeof profileSchema>;

export const EQUAL_PROFILE: Profile = { name: 'equal', weights: mapDimensions(() => 1) };

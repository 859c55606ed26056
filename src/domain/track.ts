import { z } from 'zod';

/** A part of the upright frame, in display pixels; may reach beyond the frame's edge. */
export const pixelBoxSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
});

export type PixelBox = z.infer<typeof pixelBoxSchema>;

/** The joints of a body in the order of COCO's keypoints. */
export const JOINTS = [
  'nose',
  'left eye',
  'right eye',
  'left ear',
  'right ear',
  'left shoulder',
  'right shoulder',
  'left elbow',
  'right elbow',
  'left wrist',
  'right wrist',
  'left hip',
  'right hip',
  'left knee',
  'right knee',
  'left ankle',
  'right ankle',
] as const;

/** Where a joint is, in display pixels, and how sure the detector is of it, 0..1. */
export const jointSchema = z.tuple([z.number(), z.number(), z.number().min(0).max(1)]);

export type Joint = z.infer<typeof jointSchema>;

/** Where a thing is in one frame. */
export const trackPointSchema = z.object({
  /** Index in presentation order. */
  frame: z.int().nonnegative(),
  timeSeconds: z.number(),
  box: pixelBoxSchema,
  /** The detector's own score, 0..1; not a probability. */
  score: z.number().min(0).max(1),
  /** For a body: one joint for each of JOINTS. */
  joints: z.array(jointSchema).length(JOINTS.length).optional(),
});

export type TrackPoint = z.infer<typeof trackPointSchema>;

/** One thing followed through the clip. */
export const trackSchema = z.object({
  /** Unique within a report: "person 2". */
  id: z.string().min(1),
  /** What the detector calls it. */
  label: z.string().min(1),
  /** In the order of time; frames in which it was not found are left out. */
  points: z.array(trackPointSchema).min(1),
});

export type Track = z.infer<typeof trackSchema>;

/** What detectors found in a clip. */
export const detectionsSchema = z.object({
  /** Id of the judge that looked. */
  judge: z.string(),
  /** The frames looked at: indices in presentation order, and their times. */
  frames: z.array(z.int().nonnegative()),
  timesSeconds: z.array(z.number()),
  tracks: z.array(trackSchema),
});

export type Detections = z.infer<typeof detectionsSchema>;

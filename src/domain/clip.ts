import { z } from 'zod';

/** What the probe says about a file. Sizes in pixels, times in seconds. */
export const clipSchema = z.object({
  /** Base name of the file. Untrusted text. */
  name: z.string(),
  sizeBytes: z.int().nonnegative(),
  /** SHA-256 of the file in hex; null when the file is too large to be read whole. */
  sha256: z.string().nullable(),
  /** Short container name: "MP4", "WebM", "GIF", … */
  container: z.string(),
  /** Short codec name ("H.264") and the full codec string where there is one ("avc1.64001f"). */
  codec: z.string(),
  codecString: z.string().nullable(),
  /** Display size: after rotation and sample aspect ratio. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** Clockwise rotation that the container asks for. */
  rotationDegrees: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  durationSeconds: z.number().nonnegative(),
  /** Mean frames per second; null for a single frame. */
  frameRate: z.number().positive().nullable(),
  frameCount: z.int().positive(),
  /** False when frameCount is an estimate (a very long file that was not read whole). */
  frameCountExact: z.boolean(),
  /** True when the spacing of frames varies by more than a tenth of its median. */
  variableFrameRate: z.boolean(),
  hasAlpha: z.boolean(),
  hasAudio: z.boolean(),
});

export type Clip = z.infer<typeof clipSchema>;

/** Something worth knowing about a run that is not an error: what could not be read, what was left out. */
export const noticeSchema = z.object({ code: z.string(), message: z.string() });

export type Notice = z.infer<typeof noticeSchema>;

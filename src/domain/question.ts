import { z } from 'zod';
import { DIMENSIONS } from './dimension.ts';

/** What a question is about: the closed list by which judges say what they can answer. */
export const QUESTION_KINDS = [
  // visual quality
  'clarity',
  'noise',
  'compression',
  'exposure',
  'colour',
  // match with the prompt
  'entity_present',
  'entity_absent',
  'attribute',
  'count',
  'action',
  'relation',
  'scene',
  'style',
  'rendered_text',
  'camera',
  // temporal consistency
  'identity_stable',
  'deformation',
  'dislocation',
  'flicker',
  'freeze',
  'cut',
  'smoothness',
  // factual consistency
  'anatomy',
  'physics',
  'permanence',
  'common_sense',
  // dynamic degree
  'motion_present',
  'motion_range',
  'camera_motion',
] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Camera instructions a prompt can give, as far as they have one established name. */
export const CAMERA_MOVES = [
  'static',
  'moving',
  'pan_left',
  'pan_right',
  'pan',
  'tilt_up',
  'tilt_down',
  'tilt',
  'zoom_in',
  'zoom_out',
  'orbit',
  'handheld',
] as const;

export type CameraMove = (typeof CAMERA_MOVES)[number];

export const questionSchema = z.object({
  /** Stable: the same prompt gives the same ids. Unique within a report. */
  id: z.string().min(1),
  dimension: z.enum(DIMENSIONS),
  /** One atomic yes/no question in plain English. */
  text: z.string().min(1),
  /** `positive`: yes is good. `negative`: yes is bad. */
  polarity: z.enum(['positive', 'negative']),
  kind: z.enum(QUESTION_KINDS),
  /** Ids of the questions without a "yes" to which this one makes no sense (DSG, arXiv 2310.18235). */
  parents: z.array(z.string()),
  /** The entity of the prompt that this asks about; null when it is about the whole clip. */
  entity: z.string().nullable(),
  source: z.enum(['grammar', 'model', 'person']),
  /** Relative weight within the dimension, ≥ 0. */
  weight: z.number().nonnegative(),
  /** A muted question is kept but neither asked nor counted. */
  muted: z.boolean(),
  /** For camera questions: the move that "yes" would confirm. */
  cameraMove: z.enum(CAMERA_MOVES).optional(),
  /** For questions of how many: the number that "yes" would confirm; absent where it is not exact ("several"). */
  count: z.int().positive().optional(),
  /** For questions of written text: the words that "yes" would confirm. */
  quote: z.string().min(1).optional(),
});

export type Question = z.infer<typeof questionSchema>;
export type Polarity = Question['polarity'];

import type { QuestionKind } from '../../src/domain/question.ts';
import type { EventModel, Term } from '../../src/judges/measured/calibration.ts';

/** Where a model's labels come from. */
interface LabelSource {
  table: 'ratings' | 'defects';
  column: string;
  /** Turns a cell into the probability that the answer is yes; null leaves the clip out. */
  toTarget: (cell: string) => number | null;
  /** The label also says yes to cuts, which this model is not to learn: clips with one are left out. */
  leaveOutCuts?: boolean;
  /** Weight of all clips of this source together, in clips; without it each counts as one. */
  total?: number;
  /** What the report of the fit says it was fitted to. */
  text: string;
}

/** An event to fit: how far the signal stands out in clips damaged by these defects, against all clips that are good in this respect. */
export interface EventSpec extends Omit<EventModel, 'bias' | 'weight'> {
  defects: readonly string[];
  /** Whether the defects last for a while or for the whole clip. */
  scope: 'window' | 'whole';
  /** Times by which it has to stand out further than good clips do; 1 unless people forgive much. */
  margin?: number;
  /** A column of the ratings in which a no says that a clip is good in this respect as well. */
  fineWithout?: string;
}

/** A model to fit: its terms with the sign each weight must keep, and the labels it is fitted to. */
export interface ModelSpec {
  kind: QuestionKind;
  terms: readonly (Omit<Term, 'weight'> & { sign: 1 | -1 })[];
  /** Weight of the L2 penalty; more than the usual 0.1 where labels are few for the terms, or say less than pYes is to. */
  penalty?: number;
  /** Share of clean clips that may be called bad, 0.05 unless people call good footage bad as well; null where no answer is bad. */
  alarms?: number | null;
  labels: readonly LabelSource[];
  events?: readonly EventSpec[];
}

const yesNo = (cell: string): number | null => (cell === 'yes' ? 1 : cell === 'no' ? 0 : null);
const noYes = (cell: string): number | null => (cell === 'yes' ? 0 : cell === 'no' ? 1 : null);
/** A rating of 1..5 as a probability. */
const rating = (cell: string): number | null => (cell === '' ? null : (Number(cell) - 1) / 4);

const log = (offset: number): Term['scale'] => ({ type: 'log', offset });
const LINEAR: Term['scale'] = { type: 'linear' };

export const MODEL_SPECS: readonly ModelSpec[] = [
  {
    kind: 'flicker',
    terms: [
      { signal: 'global_flicker', statistic: 'max', scale: log(0.1), sign: 1 },
      { signal: 'change_concentration', statistic: 'q25', scale: log(1), sign: 1 },
      { signal: 'motion_continuity', statistic: 'q90', scale: LINEAR, sign: -1 },
      { signal: 'texture_jumps', statistic: 'q90', scale: log(1), sign: 1 },
      { signal: 'motion_amount', statistic: 'spread', scale: log(1), sign: 1 },
    ],
    penalty: 2,
    labels: [
      {
        table: 'ratings',
        column: 'flicker_or_abrupt_change',
        toTarget: yesNo,
        text: 'raters: flicker or abrupt change',
      },
    ],
    events: [
      {
        signal: 'global_flicker',
        scale: log(0.3),
        worse: 'high',
        shape: 'stretch',
        defects: ['flicker'],
        scope: 'window',
        fineWithout: 'flicker_or_abrupt_change',
      },
      {
        signal: 'global_flicker',
        scale: log(0.3),
        worse: 'high',
        shape: 'level',
        defects: ['flicker'],
        scope: 'whole',
        fineWithout: 'flicker_or_abrupt_change',
      },
    ],
  },
  {
    kind: 'smoothness',
    terms: [
      { signal: 'coarse_jitter', statistic: 'mean', scale: LINEAR, sign: -1 },
      { signal: 'motion_reversal', statistic: 'mean', scale: LINEAR, sign: -1 },
      { signal: 'change_concentration', statistic: 'median', scale: log(1), sign: -1 },
      { signal: 'local_flicker', statistic: 'q25', scale: log(1), sign: -1 },
      { signal: 'texture_bends', statistic: 'median', scale: LINEAR, sign: -1 },
    ],
    penalty: 3,
    alarms: 0.3,
    labels: [
      {
        table: 'ratings',
        column: 'temporal_consistency',
        toTarget: rating,
        leaveOutCuts: true,
        text: 'raters: temporal consistency',
      },
    ],
    events: [
      {
        signal: 'motion_amount',
        scale: log(0.5),
        worse: 'high',
        shape: 'spikes',
        defects: ['dropped-frames', 'speed-jump'],
        scope: 'window',
        // Generated clips that jump for a moment are called smooth as often as not.
        margin: 1.4,
        fineWithout: 'flicker_or_abrupt_change',
      },
    ],
  },
  {
    kind: 'deformation',
    terms: [
      { signal: 'change_concentration', statistic: 'q25', scale: log(1), sign: 1 },
      { signal: 'motion_residual', statistic: 'median', scale: log(1), sign: 1 },
      { signal: 'texture_bends', statistic: 'mean', scale: LINEAR, sign: 1 },
    ],
    penalty: 0.3,
    alarms: 0.3,
    labels: [{ table: 'ratings', column: 'local_deformation', toTarget: yesNo, text: 'raters: local deformation' }],
    events: [
      {
        signal: 'local_burst',
        scale: log(0.1),
        worse: 'high',
        shape: 'peak',
        defects: ['pop'],
        scope: 'window',
        // What bursts for a moment in a generated clip is forgiven as often as not.
        margin: 1.4,
        fineWithout: 'local_deformation',
      },
    ],
  },
  {
    kind: 'motion_present',
    terms: [
      { signal: 'frame_change', statistic: 'spread', scale: log(1), sign: 1 },
      { signal: 'motion_persistence', statistic: 'median', scale: LINEAR, sign: 1 },
      { signal: 'texture_bends', statistic: 'median', scale: LINEAR, sign: -1 },
    ],
    penalty: 2,
    alarms: null,
    labels: [{ table: 'ratings', column: 'subject_moves', toTarget: yesNo, text: 'raters: subject moves' }],
  },
  {
    kind: 'motion_range',
    terms: [
      { signal: 'layout_change', statistic: 'q90', scale: log(0.005), sign: 1 },
      { signal: 'texture_movement', statistic: 'spread', scale: log(1), sign: 1 },
    ],
    alarms: null,
    labels: [{ table: 'ratings', column: 'dynamic_degree', toTarget: rating, text: 'raters: dynamic degree' }],
  },
  {
    kind: 'clarity',
    terms: [
      { signal: 'edge_detail', statistic: 'median', scale: log(1), sign: 1 },
      { signal: 'flat_detail', statistic: 'median', scale: log(1), sign: -1 },
      { signal: 'fine_detail', statistic: 'median', scale: log(1), sign: 1 },
      { signal: 'grain', statistic: 'median', scale: log(0.05), sign: -1 },
    ],
    labels: [
      { table: 'ratings', column: 'blurry_or_low_resolution', toTarget: noYes, text: 'raters: not blurry' },
      { table: 'ratings', column: 'visual_quality', toTarget: rating, text: 'raters: visual quality' },
      { table: 'defects', column: 'clarity', toTarget: yesNo, total: 15, text: 'blur added to clean clips' },
    ],
    events: [
      // Noise hides detail, and looks like it.
      { signal: 'noise', scale: log(0.3), worse: 'high', shape: 'level', defects: ['noise'], scope: 'whole' },
      {
        signal: 'sharpness',
        scale: LINEAR,
        worse: 'low',
        shape: 'stretch',
        defects: ['blur'],
        scope: 'window',
        fineWithout: 'blurry_or_low_resolution',
      },
    ],
  },
  {
    kind: 'noise',
    terms: [{ signal: 'noise', statistic: 'median', scale: log(0.3), sign: 1 }],
    labels: [{ table: 'defects', column: 'noise', toTarget: yesNo, text: 'noise added to clean clips' }],
    events: [
      { signal: 'noise', scale: log(0.3), worse: 'high', shape: 'stretch', defects: ['noise'], scope: 'window' },
    ],
  },
  {
    kind: 'compression',
    terms: [{ signal: 'blocking', statistic: 'median', scale: log(0.05), sign: 1 }],
    penalty: 20,
    labels: [{ table: 'defects', column: 'compression', toTarget: yesNo, text: 'clean clips coded coarsely' }],
    events: [
      {
        signal: 'blocking',
        scale: log(0.05),
        worse: 'high',
        shape: 'stretch',
        defects: ['compression-mpeg4'],
        scope: 'window',
      },
      { signal: 'level_gaps', scale: log(0.1), worse: 'high', shape: 'stretch', defects: ['banding'], scope: 'window' },
      { signal: 'level_gaps', scale: LINEAR, worse: 'high', shape: 'level', defects: ['banding'], scope: 'whole' },
    ],
  },
  {
    kind: 'exposure',
    terms: [
      { signal: 'brightness', statistic: 'median', scale: { type: 'outside', low: 45, high: 185 }, sign: -1 },
      { signal: 'clipping', statistic: 'median', scale: log(5), sign: -1 },
      { signal: 'contrast', statistic: 'median', scale: log(10), sign: 1 },
    ],
    penalty: 4,
    labels: [{ table: 'defects', column: 'exposure', toTarget: yesNo, text: 'clean clips made dark or blown out' }],
    events: [
      {
        signal: 'clipping',
        scale: log(2),
        worse: 'high',
        shape: 'stretch',
        defects: ['over-exposure'],
        scope: 'window',
      },
    ],
  },
  {
    kind: 'colour',
    terms: [
      { signal: 'colourfulness', statistic: 'median', scale: log(5), sign: 1 },
      { signal: 'colour_cast', statistic: 'median', scale: { type: 'outside', low: 0, high: 8 }, sign: -1 },
      { signal: 'contrast', statistic: 'median', scale: log(10), sign: 1 },
    ],
    penalty: 8,
    labels: [{ table: 'defects', column: 'colour', toTarget: yesNo, text: 'clean clips washed out or tinted' }],
    events: [
      {
        signal: 'colour_cast',
        scale: log(5),
        worse: 'high',
        shape: 'stretch',
        defects: ['colour-cast'],
        scope: 'window',
      },
    ],
  },
];

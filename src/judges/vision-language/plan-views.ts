import { evenlySpread } from '../../domain/evenly-spread.ts';
import type { PictureRequest } from '../../domain/frame.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Question, QuestionKind } from '../../domain/question.ts';
import type { ReasoningSettings, Rung, ViewName } from '../../domain/reasoning.ts';
import { answerScore } from '../../domain/scoring.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Evidence } from '../judge.ts';
import type { FrameLayout } from './judge-api.ts';

/** What to show the model together, and which questions are asked about it. */
export interface PlannedView {
  name: ViewName;
  requests: PictureRequest[];
  questions: Question[];
}

/** A view's frames by where it runs: on the processor each costs seconds. */
const FRAMES: Readonly<Record<Rung['device'], number>> = { wasm: 8, webgpu: 12, browser: 8 };

/** Questions whose answer may lie in a moment too short for frames spread over the clip. */
const OF_MOMENTS: ReadonlySet<QuestionKind> = new Set([
  'identity_stable',
  'deformation',
  'dislocation',
  'flicker',
  'freeze',
  'cut',
  'smoothness',
  'permanence',
  'physics',
]);

/** Questions about detail that is lost when a frame is made small. */
const OF_DETAILS: ReadonlySet<QuestionKind> = new Set(['clarity', 'noise', 'compression', 'anatomy', 'rendered_text']);

/** A moment's surroundings are shown too, in seconds on each side. */
const AROUND_SECONDS = 0.25;

/** Native parts tell something new only where frames lose this much of their size. */
const WORTH_MAGNIFYING = 1.5;

/** Parts of a frame side by side, and the shares of the clip at which frames are taken. */
const PARTS = 3;
const PART_TIMES = [0.25, 0.75];

export interface ViewPlanInput {
  questions: readonly Question[];
  /** What the judges asked before said: where they found a defect, the frames there are shown one by one. */
  said: readonly Verdict[];
  evidence: Pick<Evidence, 'clip' | 'frames'>;
  layout: FrameLayout;
  device: Rung['device'];
  settings: Pick<ReasoningSettings, 'depth'>;
  /** Frames that the model is best shown at once; null where its card does not say. */
  framesPerView: number | null;
}

/**
 * Chooses what the model is shown for each question. A quick run has the overview alone, since every view has to be encoded; a
 * reasoned one also looks closely at the worst moment and at details, where there is something to see.
 */
export function planViews({
  questions,
  said,
  evidence,
  layout,
  device,
  settings,
  framesPerView,
}: ViewPlanInput): PlannedView[] {
  const { clip, frames } = evidence;
  const most = Math.min(layout.maxFrames, framesPerView ?? FRAMES[device]);
  const whole = (index: number): PictureRequest => ({ index, width: layout.width, height: layout.height, crop: null });
  const overview = spreadOver(frames.indices, most).map(whole);
  const close = settings.depth === 'reasoned';
  const worst = close ? worstMoment(questions, said) : null;
  const moment = worst === null ? [] : spreadOver(framesAround(worst, frames), most).map(whole);
  const magnify = close && clip.width >= WORTH_MAGNIFYING * layout.width && clip.height >= layout.height;
  const details = magnify ? nativeParts(clip, frames.indices, layout).slice(0, most) : [];

  const viewOf = ({ kind }: Question): ViewName => {
    if (moment.length > 0 && OF_MOMENTS.has(kind)) return 'moment';
    return details.length > 0 && OF_DETAILS.has(kind) ? 'details' : 'overview';
  };
  const views: PlannedView[] = [
    { name: 'overview', requests: overview, questions: [] },
    { name: 'moment', requests: moment, questions: [] },
    { name: 'details', requests: details, questions: [] },
  ];
  for (const question of questions) views.find(({ name }) => name === viewOf(question))?.questions.push(question);
  return views.filter((view) => view.questions.length > 0);
}

/** The moment of the defect that an earlier judge is surest of. */
function worstMoment(questions: readonly Question[], said: readonly Verdict[]): Moment | null {
  let worst: { score: number; moment: Moment } | null = null;
  for (const verdict of said) {
    const question = questions.find(({ id }) => id === verdict.questionId);
    if (verdict.status !== 'answered' || question === undefined || !OF_MOMENTS.has(question.kind)) continue;
    const moment = verdict.moments.find(({ outsideClip }) => !outsideClip);
    const score = answerScore(question.polarity, verdict.pYes);
    if (moment !== undefined && score < 0.5 && (worst === null || score < worst.score)) worst = { score, moment };
  }
  return worst?.moment ?? null;
}

function framesAround({ startSeconds, endSeconds }: Moment, { indices, timesSeconds }: Evidence['frames']): number[] {
  return indices.filter((_, i) => {
    const time = timesSeconds[i] ?? 0;
    return time >= startSeconds - AROUND_SECONDS && time <= endSeconds + AROUND_SECONDS;
  });
}

/** Parts in full resolution, of the size in which frames are shown, side by side across the middle of two frames. */
function nativeParts(
  clip: { width: number; height: number },
  indices: readonly number[],
  { width, height }: FrameLayout,
): PictureRequest[] {
  const y = Math.round((clip.height - height) / 2);
  return PART_TIMES.flatMap((share) => {
    const index = indices[Math.floor(share * indices.length)];
    if (index === undefined) return [];
    return Array.from({ length: PARTS }, (_, part) => ({
      index,
      width,
      height,
      crop: { x: Math.round((part * (clip.width - width)) / (PARTS - 1)), y, width, height },
    }));
  });
}

function spreadOver(indices: readonly number[], wanted: number): number[] {
  return evenlySpread(indices.length, wanted).flatMap((at) => indices[at] ?? []);
}

import { evenlySpread } from '../../domain/evenly-spread.ts';
import type { Picture, PictureRequest } from '../../domain/frame.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Question, QuestionKind } from '../../domain/question.ts';
import type { ReasoningSettings, Rung, ViewName } from '../../domain/reasoning.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Evidence } from '../judge.ts';
import { closeUp, isWorthMagnifying, nativeParts } from './close-ups.ts';
import { AROUND_SECONDS } from './dense-frames.ts';
import { type Finding, findings, groupFindings } from './findings.ts';
import type { FrameLayout } from './judge-api.ts';
import { momentPictures } from './moment-views.ts';
import type { ViewText } from './prompt-text.ts';

/** What to show the model together, and which questions are asked about it. */
export interface PlannedView {
  name: ViewName;
  /** In order of time. */
  requests: PictureRequest[];
  questions: Question[];
  /** How many moments of the clip it shows frame by frame; 0 where it shows the clip as a whole. */
  moments: number;
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

/** Moments that are looked at closely, each in one view or two; every view has to be encoded. */
const MOST_MOMENTS = 3;

/** Shares of the clip at which frames are taken for details where nothing says when to look. */
const PART_TIMES = [0.25, 0.75];

/** Places of defects among the details. */
const MOST_PLACES = 2;

export interface ViewPlanInput {
  /** Those to be asked now. */
  questions: readonly Question[];
  /** Those that the judges before were asked; some may be of kinds that are not asked now. */
  askedBefore: readonly Question[];
  /** What these judges said: where they found a defect, the frames there are shown one by one. */
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
 * reasoned one also looks closely at the worst moments and at details, where there is something to see.
 */
export function planViews(input: ViewPlanInput): PlannedView[] {
  const { questions, evidence, layout, device, settings, framesPerView } = input;
  const most = Math.min(layout.maxFrames, framesPerView ?? FRAMES[device]);
  const reasoned = settings.depth === 'reasoned';
  const overview = viewOf('overview', overviewPictures(evidence, layout, most));
  const moments = reasoned ? planMoments(input, most) : [];
  const details = viewOf('details', reasoned ? detailPictures(input, most) : []);
  for (const question of questions) {
    const moment = OF_MOMENTS.has(question.kind) ? momentFor(question, moments) : undefined;
    const closest = OF_DETAILS.has(question.kind) && details.requests.length > 0 ? details : overview;
    (moment ?? closest).questions.push(question);
  }
  const views = [overview, ...moments.flatMap(({ whole, close }) => [whole, ...(close ? [close] : [])]), details];
  return views.filter((view) => view.questions.length > 0);
}

/** One moment that earlier judges found suspicious, in two views of which either may end without questions. */
interface PlannedMoment {
  /** Ids of the questions whose bad answers point at it, and of those among them that name the place in the picture. */
  found: ReadonlySet<string>;
  placed: ReadonlySet<string>;
  whole: PlannedView;
  /** In close-up; null where no place is known, or it fills the picture. */
  close: PlannedView | null;
}

function planMoments({ askedBefore, said, evidence, layout }: ViewPlanInput, most: number): PlannedMoment[] {
  const groups = groupFindings(findings(askedBefore, said, OF_MOMENTS), AROUND_SECONDS).slice(0, MOST_MOMENTS);
  return groups.flatMap((group) => {
    const show = (moments: readonly Moment[], close: boolean) => {
      const pictures = momentPictures(moments, evidence, layout, most, close);
      return { ...viewOf('moment', pictures.requests), moments: pictures.moments };
    };
    const whole = show(group[0].moments, false);
    if (whole.requests.length === 0) return [];
    const placed = group.filter(({ moments: [{ box }] }) => box !== undefined);
    const close = placed[0] === undefined ? null : show(placed[0].moments, true);
    const isClose = close?.requests.some(({ crop }) => crop !== null) === true;
    return [{ found: idsOf(group), placed: idsOf(placed), whole, close: isClose ? close : null }];
  });
}

function idsOf(found: readonly Finding[]): Set<string> {
  return new Set(found.map(({ questionId }) => questionId));
}

/**
 * Where a question about moments is asked: at the moment that its own bad answer points at, in close-up where it names the place;
 * else at the worst one, in whole frames, since what it asks about may be elsewhere in the picture.
 */
function momentFor({ id }: Question, moments: readonly PlannedMoment[]): PlannedView | undefined {
  const own = moments.find(({ found }) => found.has(id));
  if (own === undefined) return moments[0]?.whole;
  return own.placed.has(id) && own.close !== null ? own.close : own.whole;
}

function overviewPictures({ frames }: ViewPlanInput['evidence'], layout: FrameLayout, most: number): PictureRequest[] {
  const { width, height } = layout;
  const { indices } = frames;
  return evenlySpread(indices.length, most).flatMap((at) => {
    const index = indices[at];
    return index === undefined ? [] : [{ index, width, height, crop: null }];
  });
}

/**
 * Close-ups of the places where defects were found, and parts across the middle of two frames: the worst ones where the picture itself
 * was found bad at a moment, else one of each half of the clip. In order of time.
 */
function detailPictures({ askedBefore, said, evidence, layout }: ViewPlanInput, most: number): PictureRequest[] {
  const { clip, frames } = evidence;
  if (!isWorthMagnifying(clip, layout)) return [];
  const { width, height } = layout;
  const places = findings(askedBefore, said, new Set([...OF_MOMENTS, ...OF_DETAILS])).flatMap(
    ({ moments: [worst] }): PictureRequest[] => {
      const [index] = worst.frames;
      const crop = worst.box === undefined ? null : closeUp(worst.box, clip, layout);
      return index === undefined || crop === null ? [] : [{ index, width, height, crop }];
    },
  );
  const bad = findings(askedBefore, said, OF_DETAILS).flatMap(({ moments: [worst] }) => worst.frames.slice(0, 1));
  const spread = PART_TIMES.flatMap((share) => frames.indices[Math.floor(share * frames.indices.length)] ?? []);
  const parts = [...new Set([...bad, ...spread])]
    .slice(0, PART_TIMES.length)
    .flatMap((index) => nativeParts(index, clip, layout));
  return [...places.slice(0, MOST_PLACES), ...parts].slice(0, most).sort((a, b) => a.index - b.index);
}

/** A view and those of its pictures that could be drawn, as `sharedText` tells of them. */
export function describeView(
  { name, moments, requests }: PlannedView,
  pictures: readonly Pick<Picture, 'index' | 'timeSeconds'>[],
): Pick<ViewText, 'name' | 'timesSeconds' | 'moments' | 'closeUps'> {
  const whole = new Set(requests.filter(({ crop }) => crop === null).map(({ index }) => index));
  return {
    name,
    moments,
    timesSeconds: pictures.map(({ timeSeconds }) => timeSeconds),
    // Among details all are close-ups, which is said of them together.
    closeUps: pictures.map(({ index }) => name === 'moment' && !whole.has(index)),
  };
}

function viewOf(name: ViewName, requests: PictureRequest[]): PlannedView {
  return { name, requests, questions: [], moments: 0 };
}

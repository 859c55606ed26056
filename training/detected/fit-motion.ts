/**
 * Fits what the detected judge says about the motion of things:
 *
 *   npx tsx training/detected/fit-motion.ts DATA_FOLDER
 *
 * DATA_FOLDER holds rater_labels_dev.csv with the columns file, prompt, subject_moves, and the clips it names. Moving are things that
 * people saw move; still are things in one frame of the same clip, which a camera pans over: almost all prompted things move, so clips as
 * they are would teach to say yes. Judged in a browser as in the app; needs ffmpeg. Rewrites `motion` in
 * src/judges/detected/calibration.json.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { HeadlessApp } from '../../cli/headless-app.ts';
import { PROJECT_ROOT } from '../../cli/paths.ts';
import { ProgressLine } from '../../cli/progress-line.ts';
import { trackMotion } from '../../src/detectors/tracks/track-motion.ts';
import { EQUAL_PROFILE } from '../../src/domain/profile.ts';
import { seededRandom } from '../../src/domain/random.ts';
import { DEFAULT_REASONING } from '../../src/domain/reasoning.ts';
import type { Report } from '../../src/domain/report.ts';
import { logistic } from '../../src/domain/statistics.ts';
import { CALIBRATION } from '../../src/judges/detected/calibration.ts';
import { cameraShift } from '../../src/judges/detected/camera-shift.ts';
import { DetectedEvidence } from '../../src/judges/detected/evidence.ts';
import { motionFeatures } from '../../src/judges/detected/motion-model.ts';
import { subjectOf } from '../../src/judges/detected/subject.ts';
import { writeQuestions } from '../../src/questions/write-questions.ts';
import { writeMp4 } from '../../test/bench/defects/make/ffmpeg.ts';
import { planesOf, type RawClip } from '../../test/bench/defects/make/raw-clip.ts';
import { findSources, loadSource } from '../../test/bench/defects/make/sources.ts';
import { fitLogistic } from '../measured/logistic-fit.ts';
import { calibrationErrorOf } from '../measured/validation.ts';
import { auc } from './auc.ts';
import { rounded } from './rounded.ts';

const UNSURE: [number, number] = [0.3, 0.7];
const PENALTY = 0.02;
/** Share of the frame that the panned view shows. */
const VIEW = 0.8;
const LONGEST_SECONDS = 300;

interface Case {
  group: string;
  file: string;
  moves: boolean;
  features: number[];
}

const [folder = ''] = process.argv.slice(2);
const rows = parse(readFileSync(join(folder, 'rater_labels_dev.csv'), 'utf8'), { columns: true }) as Record<
  'file' | 'prompt' | 'subject_moves',
  string
>[];
const work = mkdtempSync(join(tmpdir(), 'loupe-motion-'));
const line = new ProgressLine('motion');
const app = await HeadlessApp.start();
const cases: Case[] = [];
try {
  for (const [i, { file, prompt, subject_moves: moves }] of rows.entries()) {
    line.show(`${i + 1} of ${rows.length}`);
    const [source] = findSources([join(folder, file)]);
    const subject = writeQuestions(prompt)
      .filter(({ kind }) => kind === 'motion_present')
      .flatMap((question) => subjectOf(question, prompt) ?? [])[0];
    if (subject === undefined || source === undefined || moves !== 'yes') continue;
    const clip = await loadSource(source).catch(() => null);
    if (clip === null) continue;
    const random = seededRandom(i + 1);
    for (const [shown, isMoving] of [
      [clip, true],
      [panned(clip, random), false],
    ] as const) {
      const features = await featuresOf(shown, prompt, subject.label);
      if (features !== null) cases.push({ group: prompt, file, moves: isMoving, features });
    }
  }
} finally {
  await app.close();
  rmSync(work, { recursive: true });
}
line.end(`${cases.length} clips in which the thing is followed`);
save();

/** One frame, panned over at a steady speed, some faster than others and some not at all. */
function panned(clip: RawClip, random: () => number): RawClip {
  const still = clip.frames[Math.floor(clip.frames.length / 2)] ?? new Uint8Array();
  const even = (edge: number) => 2 * Math.floor((edge * VIEW) / 2);
  const [width, height] = [even(clip.width), even(clip.height)];
  const reach = random() < 0.3 ? 0 : random();
  const turn = 2 * Math.PI * random();
  const frames = clip.frames.map((_, i) => {
    const share = reach * (i / clip.frames.length - 0.5);
    const frame = new Uint8Array((width * height * 3) / 2);
    const left = Math.round((clip.width - width) * (0.5 + share * Math.cos(turn)));
    const top = Math.round((clip.height - height) * (0.5 + share * Math.sin(turn)));
    const from = planesOf(still, clip.width, clip.height);
    planesOf(frame, width, height).forEach((plane, k) => {
      const source = from[k];
      if (source === undefined) return;
      const [x, y] = k === 0 ? [left, top] : [left >> 1, top >> 1];
      for (let row = 0; row < plane.height; row++)
        plane.data.set(
          source.data.subarray((y + row) * source.width + x, (y + row) * source.width + x + plane.width),
          row * plane.width,
        );
    });
    return frame;
  });
  return { width, height, rate: clip.rate, frames };
}

async function featuresOf(clip: RawClip, prompt: string, label: string): Promise<number[] | null> {
  const path = join(work, 'case.mp4');
  await writeMp4(clip, path);
  const settings = { judge: 'auto', gateByParents: false, profile: EQUAL_PROFILE, reasoning: DEFAULT_REASONING };
  const outcome = await app.evaluate({ path, prompt, settings, longestSeconds: LONGEST_SECONDS }, () => undefined);
  return 'error' in outcome ? null : motionIn(outcome.report, label);
}

/** As the judge sees it: DetectedEvidence.mainMotion, from what the report tells of the tracks. */
function motionIn({ clip, detections, signals }: Report, label: string): number[] | null {
  const tracks = detections?.tracks.filter((track) => track.label === label) ?? [];
  const track = DetectedEvidence.main(tracks);
  if (track === null) return null;
  const motion = trackMotion(track, cameraShift(clip, signals), Math.max(clip.width, clip.height));
  return motion === null ? null : motionFeatures(motion);
}

function save(): void {
  const held = cases.map((one) => ({
    ...one,
    pYes: judge(fitted(cases.filter(({ group }) => group !== one.group)), one),
  }));
  const answered = held.filter(({ pYes }) => pYes <= UNSURE[0] || pYes >= UNSURE[1]);
  const share = (moves: boolean) => {
    const own = answered.filter((one) => one.moves === moves);
    return own.filter(({ pYes }) => pYes > 0.5 === moves).length / own.length;
  };
  const weight = (moves: boolean) => 1 / answered.filter((one) => one.moves === moves).length;
  const said = answered.map(({ pYes, moves }) => ({ pYes, target: moves ? 1 : 0, weight: weight(moves) }));
  const { bias, weights } = fitted(cases);
  const motion = {
    bias: rounded(bias),
    weights: weights.map(rounded),
    unsure: UNSURE,
    validation: {
      accuracy: rounded((share(true) + share(false)) / 2),
      calibrationError: rounded(calibrationErrorOf(said) ?? 1),
      clips: cases.length,
    },
    coverage: rounded(answered.length / held.length),
    fittedTo: `things that people saw move, and the same in one frame panned over (${cases.length} clips)`,
  };
  const pYes = (moves: boolean) => held.filter((one) => one.moves === moves).map((one) => one.pYes);
  process.stdout.write(`AUC ${auc(pYes(true), pYes(false)).toFixed(3)} on prompts that it was not fitted to\n`);
  process.stdout.write(`${JSON.stringify(motion, null, 2)}\n`);
  for (const { file, moves, pYes } of held)
    if (pYes > 0.5 !== moves) process.stdout.write(`wrong: ${pYes.toFixed(2)} ${file}\n`);
  const target = join(PROJECT_ROOT, 'src/judges/detected/calibration.json');
  writeFileSync(target, `${JSON.stringify({ ...CALIBRATION, motion }, null, 2)}\n`);
}

function fitted(examples: readonly Case[]): { bias: number; weights: number[] } {
  const weighted = examples.map(({ features, moves }) => ({
    features,
    target: moves ? 1 : 0,
    weight: 1 / examples.filter((one) => one.moves === moves).length,
  }));
  return fitLogistic(weighted, [1, 1], PENALTY);
}

function judge({ bias, weights }: { bias: number; weights: readonly number[] }, { features }: Case): number {
  return logistic(features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias));
}

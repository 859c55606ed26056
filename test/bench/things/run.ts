/**
 * Puts faults into clips that only who knows things can name, and says how many are found, and how often clean clips are complained about:
 *
 *   npx tsx test/bench/things/run.ts SOURCE... [--json OUT]
 *
 * SOURCE is a clip, a folder or a table as `npm run bench:defects` takes them; needs ffmpeg. In each clip the thing that the detectors
 * follow most surely is painted out for half a second; a person's head becomes another's, and a limb is bent, for as long. The clip is
 * then judged as the app does, with the thing's name as its prompt. A fault is found when a bad answer about time or fact names a moment
 * whose middle lies in the faulty half second, a quarter of a second of grace on either side.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HeadlessApp } from '../../../cli/headless-app.ts';
import { JUDGING_OPTIONS, judgingSettings } from '../../../cli/judging-options.ts';
import { ProgressLine } from '../../../cli/progress-line.ts';
import { seededRandom } from '../../../src/domain/random.ts';
import type { Report } from '../../../src/domain/report.ts';
import { answerScore } from '../../../src/domain/scoring.ts';
import { writeMp4 } from '../defects/make/ffmpeg.ts';
import type { RawClip, Span } from '../defects/make/raw-clip.ts';
import { findSources, loadSource, type Origin } from '../defects/make/sources.ts';
import { type Followed, mostSurelyFollowed } from './followed.ts';
import { type Head, headAt, paintOut, swapHead, warpLimb } from './injections.ts';

const FAULT_SECONDS = 0.5;
const GRACE_SECONDS = 0.25;
const LONGEST_SECONDS = 300;
const DIMENSIONS = new Set(['temporal_consistency', 'factual_consistency']);

type Fault = 'none' | 'painted out' | 'other head' | 'bent limb';

interface Complaint {
  judge: string;
  kind: string;
  score: number;
  moments: [number, number][];
}

interface Result {
  source: string;
  origin: Origin;
  thing: string;
  fault: Fault;
  window: [number, number] | null;
  complaints: Complaint[];
  /** Kinds that the detectors answered, good or bad. */
  detectedKinds: string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ...JUDGING_OPTIONS, json: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'loupe-things-'));
const settings = judgingSettings(values);
const line = new ProgressLine('things');
const app = await HeadlessApp.start({ device: settings.reasoning.device });
const results: Result[] = [];
try {
  const sources = await followedSources();
  for (const [i, one] of sources.entries()) {
    line.show(`${i + 1} of ${sources.length}: ${one.name}`);
    for (const { fault, clip, span } of faultsOf(one, sources)) {
      const path = join(folder, 'case.mp4');
      await writeMp4(clip, path);
      const prompt = `a ${one.followed.track.label}`;
      const outcome = await app.evaluate({ path, prompt, settings, longestSeconds: LONGEST_SECONDS }, () => undefined);
      if ('error' in outcome) throw new Error(outcome.error.message);
      const window: Result['window'] = span === null ? null : [span.first / clip.rate, span.end / clip.rate];
      results.push({ ...about(one), fault, window, ...heard(outcome.report) });
    }
  }
} finally {
  await app.close();
  rmSync(folder, { recursive: true });
}
line.end(`${results.length} clips`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
report();

interface FollowedSource {
  name: string;
  origin: Origin;
  clip: RawClip;
  followed: Followed;
  random: () => number;
}

function about({ name, origin, followed }: FollowedSource): Pick<Result, 'source' | 'origin' | 'thing'> {
  return { source: name, origin, thing: followed.track.label };
}

async function followedSources(): Promise<FollowedSource[]> {
  const found: FollowedSource[] = [];
  for (const source of findSources(positionals)) {
    const clip = await loadSource(source).catch((reason: unknown) => {
      process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
      return null;
    });
    if (clip === null) continue;
    const path = join(folder, `${source.hash}.mp4`);
    await writeMp4(clip, path);
    const followed = await mostSurelyFollowed(path);
    const random = seededRandom(Number.parseInt(source.hash.slice(0, 8), 16));
    if (followed !== null) found.push({ name: source.name, origin: source.origin, clip, followed, random });
  }
  return found;
}

function* faultsOf(
  { clip, followed: { track }, random }: FollowedSource,
  sources: readonly FollowedSource[],
): Generator<{ fault: Fault; clip: RawClip; span: Span | null }> {
  yield { fault: 'none', clip, span: null };
  const span = placed(clip, track.points, random);
  if (span === null) return;
  yield { fault: 'painted out', clip: paintOut(clip, track, span), span };
  const head = sources.flatMap((other) => otherHead(other, clip) ?? [])[0];
  const swapped = head === undefined ? null : swapHead(clip, track, span, head);
  if (swapped !== null) yield { fault: 'other head', clip: swapped, span };
  const bent = warpLimb(clip, track, span);
  if (bent !== null) yield { fault: 'bent limb', clip: bent, span };
}

function otherHead({ clip, followed }: FollowedSource, than: RawClip): Head | null {
  return clip === than ? null : headAt(followed.track, clip, Math.floor(clip.frames.length / 2));
}

/** Half a second within the time in which the thing is followed, not at its ends. */
function placed(clip: RawClip, points: readonly { timeSeconds: number }[], random: () => number): Span | null {
  const length = Math.max(1, Math.round(FAULT_SECONDS * clip.rate));
  const from = Math.ceil((points[0]?.timeSeconds ?? 0) * clip.rate) + Math.ceil(clip.rate / 4);
  const to = Math.floor((points.at(-1)?.timeSeconds ?? 0) * clip.rate) - Math.ceil(clip.rate / 4) - length;
  if (to <= from) return null;
  const first = from + Math.floor(random() * (to - from));
  return { first, end: first + length };
}

function heard({ questions, verdicts }: Report): Pick<Result, 'complaints' | 'detectedKinds'> {
  const complaints: Complaint[] = [];
  const detectedKinds: string[] = [];
  for (const verdict of verdicts) {
    const question = questions.find(({ id }) => id === verdict.questionId);
    if (question === undefined || verdict.status !== 'answered' || !DIMENSIONS.has(question.dimension)) continue;
    if (verdict.judge === 'detected') detectedKinds.push(question.kind);
    const score = answerScore(question.polarity, verdict.pYes);
    if (score < 0.5)
      complaints.push({
        judge: verdict.judge,
        kind: question.kind,
        score,
        moments: verdict.moments.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
      });
  }
  return { complaints, detectedKinds };
}

function isFoundBy({ window, complaints }: Result, judge: string | null): boolean {
  if (window === null) return false;
  return complaints.some(
    (complaint) =>
      (judge === null || complaint.judge === judge) &&
      complaint.moments.some(([start, end]) => {
        const middle = (start + end) / 2;
        return middle >= window[0] - GRACE_SECONDS && middle <= window[1] + GRACE_SECONDS;
      }),
  );
}

function report(): void {
  const print = (name: string, part: number, whole: number) =>
    process.stdout.write(`${name}: ${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(0)} %)\n`);
  for (const fault of ['painted out', 'other head', 'bent limb'] as const) {
    const own = results.filter((one) => one.fault === fault);
    print(`${fault}, found at the right moment`, own.filter((one) => isFoundBy(one, null)).length, own.length);
    print('  by the detectors', own.filter((one) => isFoundBy(one, 'detected')).length, own.length);
  }
  for (const origin of ['camera', 'generated'] as const) {
    const clean = results.filter((one) => one.fault === 'none' && one.origin === origin);
    const answers = clean.reduce((sum, { detectedKinds }) => sum + detectedKinds.length, 0);
    const bad = clean.flatMap(({ complaints }) => complaints.filter(({ judge }) => judge === 'detected')).length;
    print(`bad answers of the detectors on clean ${origin} clips`, bad, answers);
  }
}

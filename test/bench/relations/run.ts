/**
 * Puts two things that the detectors know side by side, one above the other, near, far, or one on the other, and asks where they are:
 *
 *   npx tsx test/bench/relations/run.ts SOURCE... [--json OUT]
 *
 * SOURCE is a clip, a folder or a table as `npm run bench:defects` takes them; needs ffmpeg. Things are cut out, with a margin, of clips
 * in which they are followed surely, one clip for each kind of thing, and put on a grey ground. Each relation is asked as a prompt, one
 * that holds and one that does not.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HeadlessApp } from '../../../cli/headless-app.ts';
import { JUDGING_OPTIONS, judgingSettings } from '../../../cli/judging-options.ts';
import { ProgressLine } from '../../../cli/progress-line.ts';
import type { PixelBox } from '../../../src/domain/track.ts';
import { writeMp4 } from '../defects/make/ffmpeg.ts';
import { bilinear, planesOf, type RawClip } from '../defects/make/raw-clip.ts';
import { decodeSource, findSources } from '../defects/make/sources.ts';
import { boxAt, mostSurelyFollowed } from '../things/followed.ts';
import { layoutsOf } from './layouts.ts';

const WIDTH = 640;
const HEIGHT = 360;
const RATE = 12;
const FRAMES = 12;
const GROUND = 118;
const NO_COLOUR = 128;
/** Added to each side of a thing, as a share of its size. */
const MARGIN = 0.06;
const LONGEST_SECONDS = 120;

interface Thing {
  label: string;
  clip: RawClip;
  box: PixelBox;
}

interface Result {
  a: string;
  b: string;
  layout: string;
  words: string;
  isSo: boolean;
  /** Null where there was no answer. */
  pYes: number | null;
  reason: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ...JUDGING_OPTIONS, judge: { type: 'string', default: 'detected' }, json: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'loupe-relations-'));
const settings = judgingSettings(values);
const line = new ProgressLine('relations');
const app = await HeadlessApp.start({ device: settings.reasoning.device });
const results: Result[] = [];
try {
  const things = await findThings();
  line.show(things.map(({ label }) => label).join(', '));
  for (const a of things)
    for (const b of things) {
      if (a === b) continue;
      line.show(`${a.label} and ${b.label}`);
      results.push(...(await askAbout(a, b)));
    }
} finally {
  await app.close();
  rmSync(folder, { recursive: true });
}
line.end(`${results.length} questions`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
report();

/** The first thing of each kind that is followed surely. */
async function findThings(): Promise<Thing[]> {
  const found: Thing[] = [];
  for (const source of findSources(positionals)) {
    const clip = await decodeSource(source);
    const path = join(folder, `${source.hash}.mp4`);
    await writeMp4(clip, path);
    const followed = await mostSurelyFollowed(path);
    if (followed === null || found.some(({ label }) => label === followed.track.label)) continue;
    const { x, y, width, height } = boxAt(followed.track, clip, Math.floor(clip.frames.length / 2));
    const [dx, dy] = [MARGIN * width, MARGIN * height];
    const box = { x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy };
    found.push({ label: followed.track.label, clip, box });
  }
  return found;
}

async function askAbout(a: Thing, b: Thing): Promise<Result[]> {
  const shapes = { a: a.box.width / a.box.height, b: b.box.width / b.box.height };
  const answers: Result[] = [];
  for (const { name, asked, ...boxes } of layoutsOf(shapes, WIDTH, HEIGHT)) {
    const path = join(folder, 'case.mp4');
    const frame = groundFrame();
    // What is on the other one hides it, not the other way round.
    paste(b, frame, boxes.b);
    paste(a, frame, boxes.a);
    await writeMp4(
      { width: WIDTH, height: HEIGHT, rate: RATE, frames: Array.from({ length: FRAMES }, () => frame) },
      path,
    );
    for (const [words, isSo] of asked) {
      const prompt = `a ${a.label} ${words} a ${b.label}`;
      const outcome = await app.evaluate({ path, prompt, settings, longestSeconds: LONGEST_SECONDS }, () => undefined);
      if ('error' in outcome) throw new Error(outcome.error.message);
      const { questions, verdicts } = outcome.report;
      const question = questions.find(({ kind }) => kind === 'relation');
      const verdict = verdicts.find(({ questionId, judge }) => questionId === question?.id && judge === 'detected');
      const pYes = verdict?.status === 'answered' ? verdict.pYes : null;
      const reason = verdict?.reason ?? 'not asked';
      answers.push({ a: a.label, b: b.label, layout: name, words, isSo, pYes, reason });
    }
  }
  return answers;
}

function groundFrame(): Uint8Array {
  const frame = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(NO_COLOUR);
  return frame.fill(GROUND, 0, WIDTH * HEIGHT);
}

/** Draws a thing as it is in the middle of its clip, stretched into a box. */
function paste({ clip, box }: Thing, frame: Uint8Array, into: PixelBox): void {
  const from = clip.frames[Math.floor(clip.frames.length / 2)];
  if (from === undefined) throw new Error('A clip has no frames.');
  const sources = planesOf(from, clip.width, clip.height);
  for (const [i, plane] of planesOf(frame, WIDTH, HEIGHT).entries()) {
    const source = sources[i];
    if (source === undefined) continue;
    const scale = plane.width / WIDTH;
    const left = Math.max(0, Math.round(into.x * scale));
    const top = Math.max(0, Math.round(into.y * scale));
    const right = Math.min(plane.width, Math.round((into.x + into.width) * scale));
    const bottom = Math.min(plane.height, Math.round((into.y + into.height) * scale));
    const zoom = source.width / clip.width;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const sx = (box.x + ((x / scale - into.x) / into.width) * box.width) * zoom;
        const sy = (box.y + ((y / scale - into.y) / into.height) * box.height) * zoom;
        plane.data[y * plane.width + x] = Math.round(bilinear(source, sx, sy));
      }
  }
}

function report(): void {
  const print = (name: string, own: readonly Result[]) => {
    const answered = own.filter(({ pYes }) => pYes !== null);
    const right = answered.filter(({ pYes, isSo }) => (pYes ?? 0) >= 0.5 === isSo);
    process.stdout.write(`${name}: ${right.length} right of ${answered.length} answered of ${own.length}\n`);
  };
  for (const words of new Set(results.map((result) => result.words)))
    for (const isSo of [true, false]) {
      const own = results.filter((result) => result.words === words && result.isSo === isSo);
      if (own.length > 0) print(`${words}, ${isSo ? 'so' : 'not so'}`, own);
    }
  print('all', results);
}

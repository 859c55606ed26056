/**
 * Makes question–answer–reason triples about damaged and undamaged clips, for training the embedded model:
 *
 *   npx tsx training/data/make.ts OUT_FOLDER --photographs FOLDER [--clips TABLE.csv] [--scenes 300] [--damages 10] [--seed 1] [--part 1/1]
 *     [--clips-of held-out --keep FOLDER]
 *
 * FOLDER holds the packages of photographs.csv, unpacked. TABLE.csv (file, origin, start) names clips whose licence allows training.
 * Needs ffmpeg. Writes OUT_FOLDER/pictures-1.bin (frames of all views, side × side × 3 bytes each) and OUT_FOLDER/views-1.jsonl (one view
 * a line: where its pictures lie, what is said about them, and its triples). A source is in one split only. `--part 2/3` makes the second of
 * three parts of the same set, so that several processes can share the work. With `--clips-of` only sources of that split are used, and
 * `--keep` also writes each clip as MP4, with FOLDER/clips.csv to tell what is wrong with it: for judges that see clips and not views.
 */

import { once } from 'node:events';
import { appendFileSync, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProgressLine } from '../../cli/progress-line.ts';
import { seededRandom } from '../../src/domain/random.ts';
import { questionText, sharedText } from '../../src/judges/vision-language/prompt-text.ts';
import type { SecondsSpan } from '../../test/bench/defects/make/cases.ts';
import { writeMp4 } from '../../test/bench/defects/make/ffmpeg.ts';
import { type Plane, planesOf, type RawClip } from '../../test/bench/defects/make/raw-clip.ts';
import { findSources, loadSource } from '../../test/bench/defects/make/sources.ts';
import { PRESETS } from '../../test/models/presets.ts';
import { paint } from './scenes/painting.ts';
import { listPhotographs, loadPhotograph } from './scenes/photograph.ts';
import { film, type Scene } from './scenes/scene.ts';
import { type DamagedClip, damage, drawDamage } from './triples/damage.ts';
import { triplesOf } from './triples/labels.ts';
import { type DrawnView, detailsOf, momentOf, overviewOf } from './triples/views.ts';

/** Side of the pictures that the model is shown, in pixels. */
const SIDE = PRESETS['loupe-small'].vision.image;
/** Shares of the sources. */
const HELD_OUT = 0.16;
const VALIDATION = 0.1;
/** Close-ups lie in these shares of the clip. */
const DETAIL_TIMES = [0.25, 0.75];
/** Moments that are shown of a clip whose motion is damaged: these are rarer than those where all is well. */
const MOMENTS_OF_DAMAGE = 2;

type Split = 'train' | 'validation' | 'held-out';

/** A still or a clip that scenes are made from. */
interface Origin {
  name: string;
  load: (random: () => number) => Promise<{ clip: RawClip; facts: Scene['facts'] | null }>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    photographs: { type: 'string' },
    clips: { type: 'string' },
    scenes: { type: 'string', default: '300' },
    damages: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    part: { type: 'string', default: '1/1' },
    'clips-of': { type: 'string' },
    keep: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined || values.photographs === undefined) {
  process.stderr.write(
    'usage: make.ts OUT_FOLDER --photographs FOLDER [--clips TABLE.csv] [--scenes N] [--damages N] [--seed N] [--part I/N]\n',
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
if (values.keep !== undefined) {
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(join(values.keep, 'clips.csv'), 'file,defect,scope,amount,kind,open,start,end\n');
}
const seed = Number(values.seed);
const [part = 1, parts = 1] = values.part.split('/').map(Number);
const pictures = createWriteStream(join(folder, `pictures-${part}.bin`));
const lines = createWriteStream(join(folder, `views-${part}.jsonl`));
let written = 0;

const origins = [
  ...photographed(values.photographs),
  ...painted(Number(values.scenes)),
  ...(values.clips ? filmed(values.clips) : []),
];
const progress = new ProgressLine('data');
const total = Number(values.scenes);
for (let scene = part - 1; scene < total; scene += parts) {
  const random = seededRandom(seed * 1_000_003 + scene);
  const originAt = origins[Math.floor(random() * origins.length)];
  if (originAt === undefined) continue;
  const split = splitOf(originAt.name);
  if (values['clips-of'] !== undefined && values['clips-of'] !== split) continue;
  const others = origins.filter(({ name }) => splitOf(name) === split);
  const { clip, facts } = await originAt.load(random);
  const cutTo = others[Math.floor(random() * others.length)] ?? originAt;
  const clean: DamagedClip = { clip, defect: null, scope: null, amount: 0, shows: [] };
  const cases: DamagedClip[] = [clean];
  for (let i = 0; i < Number(values.damages); i++) {
    const chosen = drawDamage(random);
    const strengths = split === 'held-out' ? 'unseen' : 'taught';
    const other = async () => inSizeOf(clip, (await cutTo.load(random)).clip);
    const made = await damage(chosen.defect, strengths, { clip, scope: chosen.scope, random, other });
    if (made !== null) cases.push(made);
  }
  for (const [number, one] of cases.entries()) {
    for (const view of viewsOf(one, random)) await write(view, one, originAt.name, split, facts, random);
    if (values.keep !== undefined) await keepClip(values.keep, `${scene}-${number}.mp4`, one);
  }
  progress.show(`${scene + 1} of ${total} scenes, ${written} pictures`);
}
pictures.end();
lines.end();
progress.end(`${written} pictures`);

/** Writes a clip, and a line with the kinds that its defect makes bad and those that it leaves open. */
async function keepClip(
  into: string,
  name: string,
  { clip, defect, scope, amount, shows }: DamagedClip,
): Promise<void> {
  await writeMp4(clip, join(into, name));
  const open = [...(defect?.questions.slice(1) ?? []), ...(defect?.unclear ?? [])].join(' ');
  const window = (shows[0] ?? ['', '']).join(',');
  const line = [name, defect?.id ?? '', scope ?? '', amount, defect?.questions[0] ?? '', open, window].join(',');
  appendFileSync(join(into, 'clips.csv'), `${line}\n`);
}

function* photographed(photographs: string): Generator<Origin> {
  const all = listPhotographs(photographs);
  for (const [i, photograph] of all.entries())
    yield {
      name: photograph.name,
      load: async (random) =>
        film(await loadPhotograph(photograph), await loadPhotograph(all[(i + 7) % all.length] ?? photograph), random),
    };
}

/** An eighth as many paintings as scenes: each is met more than once. */
function* painted(scenes: number): Generator<Origin> {
  for (let i = 0; i < Math.max(12, Math.floor(scenes / 8)); i++)
    yield {
      name: `painting-${i}`,
      load: async (random) => film(paint(seededRandom(7919 * (i + 1))), paint(seededRandom(104_729 * (i + 1))), random),
    };
}

function* filmed(table: string): Generator<Origin> {
  for (const source of findSources([table]))
    yield {
      name: source.name.replace(/@.*$/, ''),
      load: async () => ({ clip: await loadSource(source), facts: null }),
    };
}

/** By a hash of the name, so that a source stays in its split whatever else there is. */
function splitOf(name: string): Split {
  let hash = 2_166_136_261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  const place = seededRandom(hash)();
  return place < HELD_OUT ? 'held-out' : place < HELD_OUT + VALIDATION ? 'validation' : 'train';
}

/** A clip stretched into the size and shown at the rate of another, by whole pixels. */
function inSizeOf({ width, height, rate }: RawClip, from: RawClip): RawClip {
  const frames = from.frames.map((frame) => {
    const fitted = new Uint8Array((width * height * 3) / 2);
    const sources = planesOf(frame, from.width, from.height);
    planesOf(fitted, width, height).forEach((plane, i) => {
      const source = sources[i];
      if (source !== undefined) stretch(source, plane);
    });
    return fitted;
  });
  return { width, height, rate, frames };
}

function stretch(source: Plane, { data, width, height }: Plane): void {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = Math.floor(((y + 0.5) * source.height) / height);
      const column = Math.floor(((x + 0.5) * source.width) / width);
      data[y * width + x] = source.data[row * source.width + column] ?? 128;
    }
}

function viewsOf(damaged: DamagedClip, random: () => number): DrawnView[] {
  const { clip, defect, shows } = damaged;
  const views = [overviewOf(clip, SIDE)];
  const isOfPicture = defect?.dimension === 'visual_quality';
  const moments = isOfPicture ? 0 : defect === null ? 1 : MOMENTS_OF_DAMAGE;
  for (let i = 0; i < moments; i++) views.push(momentOf(clip, momentNear(damaged, random), SIDE));
  const [window] = shows;
  const middle = window === undefined ? [] : [Math.round(((window[0] + window[1]) / 2) * clip.rate)];
  const frames =
    isOfPicture && middle.length > 0 ? middle : DETAIL_TIMES.map((share) => Math.floor(share * clip.frames.length));
  if (isOfPicture || defect === null) views.push(detailsOf(clip, frames, SIDE));
  return views;
}

/** A moment as measurements would name it: about the window where there is one, else anywhere. */
function momentNear({ clip, shows }: DamagedClip, random: () => number): SecondsSpan {
  const seconds = clip.frames.length / clip.rate;
  const span = shows[Math.floor(random() * shows.length)];
  if (span === undefined) {
    const length = 0.2 + 0.8 * random();
    const start = Math.max(0, seconds - length) * random();
    return [start, start + length];
  }
  const slack = 0.25 * (span[1] - span[0]);
  return [Math.max(0, span[0] + slack * (2 * random() - 1)), Math.min(seconds, span[1] + slack * (2 * random() - 1))];
}

async function write(
  view: DrawnView,
  damaged: DamagedClip,
  source: string,
  split: Split,
  facts: Scene['facts'] | null,
  random: () => number,
): Promise<void> {
  const { clip, defect, scope, amount } = damaged;
  const triples = triplesOf(view, damaged, facts, random);
  if (triples.length === 0) return;
  const { introduction, captions } = sharedText({
    name: view.name,
    timesSeconds: view.timesSeconds,
    durationSeconds: clip.frames.length / clip.rate,
    notes: '',
  });
  for (const picture of view.pictures) if (!pictures.write(picture)) await once(pictures, 'drain');
  const line = {
    split,
    source,
    defect: defect?.id ?? null,
    scope,
    amount,
    view: view.name,
    first: written,
    timesSeconds: view.timesSeconds,
    introduction,
    captions,
    triples: triples.map((triple) => ({
      ...triple,
      quick: questionText({ text: triple.question }, 'quick'),
      reasoned: questionText({ text: triple.question }, 'reasoned'),
    })),
  };
  lines.write(`${JSON.stringify(line)}\n`);
  written += view.pictures.length;
}

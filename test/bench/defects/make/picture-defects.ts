import type { QuestionKind } from '../../../../src/domain/question.ts';
import type { Defect, Job } from './defect.ts';
import { filtered, recoded } from './ffmpeg.ts';
import { editFrames, part, planesOf, type RawClip, splice } from './raw-clip.ts';

const PICTURE = {
  dimension: 'visual_quality',
  related: [],
  scopes: ['whole', 'window'],
  needsMotion: false,
  consumes: false,
  joinsOther: false,
} as const;

/** Damages the span's frames through ffmpeg. */
function inSpan(change: (frames: RawClip, job: Job) => Promise<RawClip>): Defect['damage'] {
  return async (job) => {
    const changed = await change(part(job.clip, job.span), job);
    return { clip: splice(job.clip, job.span, changed.frames), shows: [job.span] };
  };
}

/** Puts every sample of a plane through a table of 256 entries. */
function lookUp(data: Uint8Array, table: Uint8ClampedArray): void {
  for (let i = 0; i < data.length; i++) data[i] = table[data[i] ?? 0] ?? 0;
}

const tableOf = (level: (value: number) => number): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: 256 }, (_, value) => level(value));

/** Luma of black and white in limited range. */
const BLACK = 16;
const WHITE = 235;
/** Darker pixels do not count towards the share that is to burn out: a night scene has nothing else. */
const SHADOW = 40;

/** The luma that this share of a clip's pixels outside its shadows exceeds. */
function lumaExceededBy(clip: RawClip, share: number): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let f = 0; f < clip.frames.length; f += 8) {
    const [luma] = planesOf(clip.frames[f] ?? new Uint8Array(), clip.width, clip.height);
    for (const value of luma?.data ?? []) {
      if (value < SHADOW) continue;
      counts[value] = (counts[value] ?? 0) + 1;
      total++;
    }
  }
  let above = 0;
  for (let value = 255; value > SHADOW; value--) {
    above += counts[value] ?? 0;
    if (above >= share * total) return value;
  }
  return SHADOW;
}

/** Levels are multiplied in RGB, where a sensor clips. By at least `1.15 + share`, for pictures that clip already. */
async function overExposed(frames: RawClip, { clip, amount }: Job): Promise<RawClip> {
  const gain = Math.max(1.15 + amount, (WHITE - BLACK) / (lumaExceededBy(clip, amount) - BLACK));
  const level = `'min(255,val*${gain.toFixed(3)})'`;
  return await filtered(frames, `format=gbrp,lutrgb=r=${level}:g=${level}:b=${level},format=yuv420p`);
}

/** The hue, or its opposite where that would take a cast away that the clip has already. Angles in the plane of U and V. */
function furtherFromGrey({ frames, width, height }: RawClip, hue: number): number {
  const [, blue, red] = planesOf(frames[0] ?? new Uint8Array(), width, height);
  const mean = (data: Uint8Array): number => data.reduce((sum, value) => sum + value - 128, 0) / data.length;
  const along =
    mean(blue?.data ?? new Uint8Array()) * Math.cos(hue) + mean(red?.data ?? new Uint8Array()) * Math.sin(hue);
  return along < 0 ? hue + Math.PI : hue;
}

/** Kinds whose right answer is open once a clip has been coded coarsely. */
const CODED: readonly QuestionKind[] = ['clarity', 'flicker', 'deformation', 'freeze'];

export const PICTURE_DEFECTS: readonly Defect[] = [
  {
    ...PICTURE,
    id: 'blur',
    questions: ['clarity'],
    unclear: [],
    amounts: { mild: 1, medium: 1.8, strong: 3.2 },
    unit: 'px (sigma of a Gaussian)',
    damage: inSpan((frames, { amount }) => filtered(frames, `gblur=sigma=${amount}`)),
  },
  {
    ...PICTURE,
    id: 'noise',
    questions: ['noise'],
    unclear: ['clarity', 'compression', 'flicker', 'deformation'],
    amounts: { mild: 10, medium: 20, strong: 36 },
    unit: 'strength of ffmpeg’s noise filter',
    damage: inSpan((frames, { amount, random }) =>
      filtered(frames, `noise=alls=${amount}:allf=t:all_seed=${1 + Math.floor(1e6 * random())}`),
    ),
  },
  {
    ...PICTURE,
    id: 'compression-mpeg4',
    questions: ['compression', 'clarity'],
    unclear: CODED,
    amounts: { mild: 10, medium: 18, strong: 31 },
    unit: 'quantiser of MPEG-4 part 2',
    damage: inSpan((frames, { amount }) =>
      recoded(frames, ['-c:v', 'mpeg4', '-qmin', String(amount), '-qmax', String(amount), '-q:v', String(amount)]),
    ),
  },
  {
    ...PICTURE,
    id: 'compression-h264',
    questions: ['compression', 'clarity'],
    unclear: CODED,
    scopes: ['whole'],
    amounts: { mild: 36, medium: 42, strong: 48 },
    unit: 'CRF of x264',
    damage: inSpan((frames, { amount }) =>
      recoded(frames, ['-c:v', 'libx264', '-crf', String(amount), '-preset', 'veryfast']),
    ),
  },
  {
    ...PICTURE,
    id: 'banding',
    questions: ['compression'],
    unclear: ['colour', 'noise', 'clarity'],
    amounts: { mild: 8, medium: 14, strong: 24 },
    unit: 'levels per band',
    damage: ({ clip, span, amount }) => {
      const table = tableOf((value) => BLACK + amount * Math.round((value - BLACK) / amount));
      return { clip: editFrames(clip, span, (frame) => lookUp(frame, table)), shows: [span] };
    },
  },
  {
    ...PICTURE,
    id: 'over-exposure',
    questions: ['exposure'],
    unclear: ['colour', 'clarity', 'flicker'],
    amounts: { mild: 0.08, medium: 0.25, strong: 0.55 },
    unit: 'share of pixels burnt out',
    damage: inSpan(overExposed),
  },
  {
    ...PICTURE,
    id: 'under-exposure',
    questions: ['exposure'],
    unclear: ['colour', 'clarity', 'freeze'],
    scopes: ['whole'],
    amounts: { mild: 0.6, medium: 0.38, strong: 0.2 },
    unit: 'times the luma',
    damage: ({ clip, span, amount }) => {
      const luma = tableOf((value) => BLACK + (value - BLACK) * amount);
      const chroma = tableOf((value) => 128 + (value - 128) * amount);
      return { clip: withTables(clip, span, luma, chroma, chroma), shows: [span] };
    },
  },
  {
    ...PICTURE,
    id: 'washed-out',
    questions: ['colour'],
    unclear: ['exposure', 'clarity', 'freeze'],
    scopes: ['whole'],
    amounts: { mild: 0.6, medium: 0.42, strong: 0.25 },
    unit: 'times contrast and saturation',
    damage: ({ clip, span, amount }) => {
      const luma = tableOf((value) => 130 + (value - 126) * amount);
      const chroma = tableOf((value) => 128 + (value - 128) * amount);
      return { clip: withTables(clip, span, luma, chroma, chroma), shows: [span] };
    },
  },
  {
    ...PICTURE,
    id: 'colour-cast',
    questions: ['colour'],
    unclear: ['exposure'],
    amounts: { mild: 14, medium: 24, strong: 38 },
    unit: 'levels of chroma, towards a hue of the case’s own, never against a cast that is there',
    damage: ({ clip, span, amount, random }) => {
      const hue = furtherFromGrey(part(clip, span), 2 * Math.PI * random());
      const blue = tableOf((value) => value + amount * Math.cos(hue));
      const red = tableOf((value) => value + amount * Math.sin(hue));
      return { clip: withTables(clip, span, null, blue, red), shows: [span] };
    },
  },
];

function withTables(clip: RawClip, span: Job['span'], ...tables: readonly (Uint8ClampedArray | null)[]): RawClip {
  return editFrames(clip, span, (frame) => {
    planesOf(frame, clip.width, clip.height).forEach(({ data }, plane) => {
      const table = tables[plane];
      if (table) lookUp(data, table);
    });
  });
}

import { basename } from 'node:path';
import { ProgressLine } from '../../../cli/progress-line.ts';
import type { Report } from '../../../src/domain/report.ts';
import { mean, median } from '../../../src/domain/statistics.ts';
import { type Detected, detect } from './ffmpeg-detectors.ts';
import { hashOfFile, inLanes, type Meters } from './measure.ts';
import { rankCorrelation } from './rank-correlation.ts';

type PerFrame = Exclude<keyof Detected, 'frozenShare'>;

/** A signal of the app and a detector of ffmpeg that look at the same thing. */
interface Pairing {
  signal: string;
  detector: string;
  /** True where one is high when the other is low. */
  opposite: boolean;
  /** The clip's value by the signal, and by the detector. */
  ours: (values: readonly number[]) => number | null;
  theirs: (found: Detected) => number | null;
  /** The detector's values frame by frame, where it has any that a frame's neighbours do not drown. */
  frames?: PerFrame;
}

/** Change of the liveliest block under which a frame counts as repeated, in levels. */
const REPEATED_LEVELS = 0.6;

const largest = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));
const repeatedShare = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.filter((value) => value < REPEATED_LEVELS).length / values.length;

const PAIRINGS: readonly Pairing[] = [
  {
    signal: 'frame_change',
    detector: 'freezedetect',
    opposite: false,
    ours: repeatedShare,
    theirs: (f) => f.frozenShare,
  },
  {
    signal: 'layout_change',
    detector: 'scdet',
    opposite: false,
    ours: largest,
    theirs: (f) => largest(f.sceneChange),
    frames: 'sceneChange',
  },
  {
    signal: 'unmatched',
    detector: 'scdet',
    opposite: false,
    ours: largest,
    theirs: (f) => largest(f.sceneChange),
    frames: 'sceneChange',
  },
  { signal: 'sharpness', detector: 'blurdetect', opposite: true, ours: median, theirs: (f) => median(f.blur) },
  { signal: 'fine_detail', detector: 'blurdetect', opposite: true, ours: median, theirs: (f) => median(f.blur) },
  { signal: 'blocking', detector: 'blockdetect', opposite: false, ours: median, theirs: (f) => median(f.block) },
  { signal: 'fine_detail', detector: 'siti, spatial', opposite: false, ours: median, theirs: (f) => median(f.spatial) },
  {
    signal: 'frame_change',
    detector: 'siti, temporal',
    opposite: false,
    ours: median,
    theirs: (f) => median(f.temporal.slice(1)),
    frames: 'temporal',
  },
  {
    signal: 'motion_residual',
    detector: 'siti, temporal',
    opposite: false,
    ours: mean,
    theirs: (f) => mean(f.temporal.slice(1)),
    frames: 'temporal',
  },
];

export interface Agreement {
  signal: string;
  detector: string;
  clips: number;
  /** Rank correlation over clips, turned so that 1 is agreement; null where it cannot be told. */
  overClips: number | null;
  /** Median over clips of the rank correlation over frames; null where the detector has no values of frames. */
  overFrames: number | null;
  /** The clips' values: file, ours, theirs. */
  values: (readonly [clip: string, ours: number, theirs: number])[];
}

/** Measures files as they are, by the app and by ffmpeg, and correlates what measures the same thing. */
export async function measureAgreement(files: readonly string[], meters: Meters): Promise<Agreement[]> {
  const clips: { name: string; report: Report; found: Detected }[] = [];
  const line = new ProgressLine('agreement');
  await inLanes(files, meters.lanes, async (path, lane) => {
    const report = await meters.measure(path, hashOfFile(path), lane);
    clips.push({ name: basename(path), report, found: await detect(path) });
    line.show(`${clips.length} of ${files.length}`);
  });
  line.end(`${clips.length} clips`);
  return PAIRINGS.map((pairing) => {
    const sign = pairing.opposite ? -1 : 1;
    const values = clips.flatMap(({ name, report, found }) => {
      const ours = pairing.ours(valuesOf(report, pairing.signal));
      const theirs = pairing.theirs(found);
      return ours === null || theirs === null ? [] : [[name, ours, theirs] as const];
    });
    const overClips = rankCorrelation(values.map(([, ours, theirs]) => [ours, sign * theirs]));
    const { signal, detector, frames } = pairing;
    const inClips =
      frames === undefined ? [] : clips.map((clip) => alongFrames(clip.report, signal, clip.found[frames]));
    const overFrames = median(inClips.filter((found) => found !== null));
    return { signal, detector, clips: values.length, overClips, overFrames, values };
  });
}

function valuesOf({ signals }: Report, id: string): number[] {
  return (signals.find((series) => series.id === id)?.values ?? []).filter((value) => value !== null);
}

function alongFrames({ signals }: Report, id: string, theirs: readonly number[]): number | null {
  const series = signals.find((found) => found.id === id);
  if (series === undefined) return null;
  const pairs = series.values.flatMap((value, i) => {
    const other = theirs[series.frames[i] ?? -1];
    return value === null || other === undefined ? [] : [[value, other] as const];
  });
  return rankCorrelation(pairs);
}

import { ffmpeg, probeVideo } from './make/ffmpeg.ts';

/** What ffmpeg's detectors say of a clip: a value for each frame, and the share of its time that stands still. */
export interface Detected {
  /** scdet: how much more the picture changes here than before, 0..100. */
  sceneChange: number[];
  /** blurdetect: mean width of edges in pixels. */
  blur: number[];
  /** blockdetect: how much stronger edges are on a grid than beside it. */
  block: number[];
  /** siti: spatial and temporal information of ITU-T P.910. */
  spatial: number[];
  temporal: number[];
  /** freezedetect: share of the frames that repeat the one before. */
  frozenShare: number;
}

const KEYS = {
  'lavfi.scd.score': 'sceneChange',
  'lavfi.blur': 'blur',
  'lavfi.block': 'block',
  'lavfi.siti.si': 'spatial',
  'lavfi.siti.ti': 'temporal',
} as const;

/** Mean difference, as a share of full scale, up to which freezedetect takes a frame for a repeated one: 0.08 levels. */
const REPEATED_NOISE = 0.0003;
/** Shortest freeze in frames: freezedetect counts from the frame that is held, so that one that is not lasts for one. */
const SHORTEST_FRAMES = 1.5;

/** @throws Error when ffmpeg cannot read the file or lacks one of the detectors (5.1 has them all) */
export async function detect(path: string): Promise<Detected> {
  const { rate } = probeVideo(path);
  const freeze = `freezedetect=n=${REPEATED_NOISE}:d=${(SHORTEST_FRAMES / rate).toFixed(4)}`;
  const filters = `${freeze},scdet=t=0,siti,blockdetect,blurdetect,metadata=print:file=-`;
  const text = (
    await ffmpeg(['-i', path, '-map', '0:v:0', '-fps_mode', 'passthrough', '-vf', filters, '-f', 'null', '-'])
  ).toString();
  const found: Detected = { sceneChange: [], blur: [], block: [], spatial: [], temporal: [], frozenShare: 0 };
  let seconds = 0;
  let firstSeconds: number | null = null;
  let frozenSince: number | null = null;
  let frozen = 0;
  for (const line of text.split('\n')) {
    const time = /pts_time:([-\d.]+)/.exec(line)?.[1];
    if (time !== undefined) {
      seconds = Number(time);
      firstSeconds ??= seconds;
    }
    const [key = '', value = ''] = line.split('=');
    if (key === 'lavfi.freezedetect.freeze_start') frozenSince = Number(value);
    if (key === 'lavfi.freezedetect.freeze_duration') {
      frozen += Number(value) - 1 / rate;
      frozenSince = null;
    }
    if (key in KEYS) found[KEYS[key as keyof typeof KEYS]].push(Number(value));
  }
  if (frozenSince !== null) frozen += seconds - frozenSince;
  const length = seconds - (firstSeconds ?? 0);
  found.frozenShare = length === 0 ? 0 : frozen / length;
  return found;
}

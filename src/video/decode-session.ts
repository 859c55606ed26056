import type { VideoSample } from 'mediabunny';
import type { Clip, Notice } from '../domain/clip.ts';
import { LoupeError } from '../domain/error.ts';
import type { AnalysisFrame, Picture, PictureRequest, Still } from '../domain/frame.ts';
import { openAvi } from './avi/avi-source.ts';
import { BATCH_FRAMES, DEFAULT_BUDGET, type FrameBudget } from './budget.ts';
import { openContainer } from './container-source.ts';
import { fileKind } from './file-kind.ts';
import type { DecodedFrame, FrameSource } from './frame-source.ts';
import { fitLongEdge, smallSize } from './geometry.ts';
import { openImage } from './image-source.ts';
import { PictureReader } from './picture-reader.ts';
import { type FramePlan, planFrames } from './plan-frames.ts';
import { requestedPictures } from './requested-pictures.ts';
import { sha256 } from './sha256.ts';
import { type ColourMatrix, type CompactPicture, compact, stillOfCompact, stillOfSample } from './still-maker.ts';

export interface OpenedClip {
  clip: Clip;
  notices: Notice[];
}

/** What will be looked at. */
export interface PlanSummary {
  /** Frames that will come. Fewer do where a file is damaged. */
  frameCount: number;
  /** Runs of consecutive frames. */
  runs: number;
  /** Whether it is every frame of the clip. */
  whole: boolean;
}

export interface FrameBatch {
  frames: AnalysisFrame[];
  stills: Still[];
  notices: Notice[];
}

/** One clip from file to frames, in the order open, start, next until null, pictures, close. Failures are `LoupeError`s. */
export class DecodeSession {
  #source: FrameSource | null = null;
  #running: Running | null = null;
  /** Small pictures of the frames so far, by frame index, for stills that are asked for afterwards. */
  readonly #kept = new Map<number, { timeSeconds: number; picture: CompactPicture }>();
  /** Time in the timeline of each frame so far, by frame index. */
  readonly #times = new Map<number, number>();

  /** Says what the file is. A file that was open before is closed. */
  async open(file: File): Promise<OpenedClip> {
    await this.close();
    try {
      const source = await openSource(file);
      this.#source = source;
      const clip = { name: file.name, sizeBytes: file.size, sha256: await sha256(file), ...source.clip };
      return { clip, notices: [...source.notices] };
    } catch (reason) {
      throw LoupeError.from(reason);
    }
  }

  /** Plans which frames to look at. */
  async start(budget: Partial<FrameBudget> = {}): Promise<PlanSummary> {
    const source = this.#source;
    if (!source) throw new LoupeError('internal', 'No clip is open.');
    const limits = { ...DEFAULT_BUDGET, ...budget };
    const plan = planFrames(source.timeline, source.framePixels, limits);
    const notices = planNotices(plan, source);
    this.#running = {
      frames: source.decode(plan, (notice) => notices.push(notice)),
      reader: new PictureReader(
        smallSize(source.clip),
        fitLongEdge(source.clip, limits.stillLongEdge),
        limits.nativeMaxSide,
      ),
      originSeconds: source.originSeconds,
      notices,
      run: -1,
      lastIndex: Number.NEGATIVE_INFINITY,
    };
    return { frameCount: plan.frames.length, runs: plan.runs, whole: plan.whole };
  }

  /** Decodes the next few frames; null when there are no more. */
  async next(): Promise<FrameBatch | null> {
    const running = this.#running;
    if (!running) return null;
    const batch: FrameBatch = { frames: [], stills: [], notices: [] };
    try {
      while (batch.frames.length < BATCH_FRAMES) {
        const { done, value } = await running.frames.next();
        if (done) {
          this.#running = null;
          break;
        }
        await this.#take(running, value, batch);
      }
    } catch (reason) {
      this.#running = null;
      throw LoupeError.from(reason);
    }
    batch.notices = running.notices.splice(0);
    return batch.frames.length > 0 || batch.notices.length > 0 ? batch : null;
  }

  /** JPEGs of frames that have come already, from what is kept of their small pictures; others are left out. */
  async stills(indices: readonly number[]): Promise<Still[]> {
    const known = indices.flatMap((index) => {
      const kept = this.#kept.get(index);
      return kept ? [{ index, ...kept }] : [];
    });
    return Promise.all(
      known.map(async ({ index, timeSeconds, picture }) => ({
        index,
        timeSeconds,
        image: await stillOfCompact(picture),
      })),
    );
  }

  /**
   * Decodes frames once more and draws them; any frame of the clip may be asked for, several times, in any order.
   * What comes back is in the order of the requests; frames that cannot be decoded are left out.
   *
   * @throws LoupeError `internal` for sizes that are not whole numbers from 1 to 2048 and for parts outside the frame
   */
  async pictures(requests: readonly PictureRequest[]): Promise<Picture[]> {
    if (!this.#source) throw new LoupeError('internal', 'No clip is open.');
    return requestedPictures(this.#source, requests, this.#times);
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.#kept.clear();
    this.#times.clear();
    await running?.frames.return();
    this.#source?.close();
    this.#source = null;
  }

  async #take(running: Running, { planned, sample }: DecodedFrame, batch: FrameBatch): Promise<void> {
    try {
      const { index, durationSeconds } = planned;
      // A new run where the plan jumps, and where frames were lost.
      if (index !== running.lastIndex + 1) running.run++;
      running.lastIndex = index;
      this.#times.set(index, planned.timeSeconds);
      const { run } = running;
      const timeSeconds = Math.max(0, planned.timeSeconds - running.originSeconds);
      const { small, native, still } = await running.reader.read(sample, planned);
      batch.frames.push({ index, timeSeconds, durationSeconds, run, small, native });
      const matrix = matrixOf(sample);
      this.#kept.set(index, { timeSeconds, picture: compact(small, matrix) });
      if (still !== null) {
        const image = isHighDynamicRange(sample)
          ? await stillOfSample(sample, still)
          : await stillOfCompact(compact(still, matrix));
        batch.stills.push({ index, timeSeconds, image });
      }
    } finally {
      sample.close();
    }
  }
}

async function openSource(file: Blob): Promise<FrameSource> {
  const kind = await fileKind(file);
  if (kind.type === 'image') return openImage(file, kind);
  return kind.type === 'avi' ? openAvi(file) : openContainer(file);
}

interface Running {
  frames: AsyncGenerator<DecodedFrame, void, undefined>;
  reader: PictureReader;
  originSeconds: number;
  /** Not yet handed out. */
  notices: Notice[];
  /** Number of the run that the last frame belongs to. */
  run: number;
  lastIndex: number;
}

function planNotices(plan: FramePlan, { clip }: FrameSource): Notice[] {
  if (plan.whole) return [];
  const all = `${clip.frameCountExact ? '' : 'about '}${clip.frameCount.toLocaleString('en')}`;
  const where = plan.runs === 1 ? 'at the start' : `in ${plan.runs} stretches`;
  return [{ code: 'partly_looked_at', message: `Looked at ${plan.frames.length} of ${all} frames, ${where}.` }];
}

/** Frames that come as RGB are read by BT.601, like pictures without a stated matrix. */
function matrixOf(sample: VideoSample): ColourMatrix {
  if (sample.format?.startsWith('I4') !== true && sample.format !== 'NV12') return 'bt601';
  const matrix: string | null = sample.colorSpace.matrix;
  if (matrix === 'bt709') return 'bt709';
  return matrix === 'bt2020-ncl' ? 'bt2020' : 'bt601';
}

function isHighDynamicRange({ colorSpace }: VideoSample): boolean {
  const transfer: string | null = colorSpace.transfer;
  return transfer === 'pq' || transfer === 'hlg';
}

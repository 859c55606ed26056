import { countThings } from '../../detectors/counting.ts';
import type { FrameFindings } from '../../detectors/detection.ts';
import { DETECTOR_LABELS, type DetectorLabel } from '../../detectors/lexicon/labels.ts';
import { type Gap, gapsIn } from '../../detectors/tracks/gaps.ts';
import { joinTracks } from '../../detectors/tracks/join-tracks.ts';
import { type CameraShift, type TrackMotion, trackMotion } from '../../detectors/tracks/track-motion.ts';
import type { Clip } from '../../domain/clip.ts';
import type { SignalSeries } from '../../domain/signal.ts';
import { mean } from '../../domain/statistics.ts';
import type { Track, TrackPoint } from '../../domain/track.ts';
import type { Calibration } from './calibration.ts';
import { cameraShift } from './camera-shift.ts';
import { presence, presenceScores } from './presence-model.ts';

/** A thing is followed long enough when it was found this often, and steadily when in this share of the frames, this surely. */
const LEAST_POINTS = 4;
const STEADY_SHARE = 0.5;
const STEADY_SCORE = 0.5;

/** What the detectors found in a clip, and what the judge reads from it. */
export class DetectedEvidence {
  readonly clip: Clip;
  /** In the order of time. */
  readonly frames: readonly FrameFindings[];
  readonly tracks: readonly Track[];
  readonly #calibration: Calibration;
  readonly #shift: CameraShift;
  #gaps: Gap[] | undefined;

  /** @param signals the measured camera is taken off the motion of things */
  constructor(
    clip: Clip,
    frames: readonly FrameFindings[],
    calibration: Calibration,
    signals: readonly SignalSeries[] = [],
  ) {
    this.clip = clip;
    this.#shift = cameraShift(clip, signals);
    this.frames = frames;
    this.tracks = joinTracks(frames);
    this.#calibration = calibration;
  }

  /** Probability that the clip shows the thing. */
  presence(label: DetectorLabel): number {
    const { person, thing, quantile, doubted } = this.#calibration.presence;
    const scores = presenceScores(this.frames, label, quantile);
    return presence(label === 'person' ? person : thing, scores, doubted[label] ?? 0);
  }

  /** How many of the things the clip shows. */
  count(label: DetectorLabel): number {
    const { leastScore, quantile } = this.#calibration.count;
    return countThings(this.frames, label, leastScore, quantile);
  }

  tracksOf(label: DetectorLabel): Track[] {
    return this.tracks.filter((track) => track.label === label);
  }

  /** Tracks that can be relied on, the longest first. */
  steadyTracks(): Track[] {
    return this.tracks
      .filter(({ points }) => points.length >= STEADY_SHARE * this.frames.length && scoreOf(points) >= STEADY_SCORE)
      .sort((a, b) => b.points.length - a.points.length);
  }

  /** What is followed so well that its staying there is watched. */
  watched(): string[] {
    return [...new Set([...this.steadyTracks(), ...this.gaps().map(({ track }) => track)].map(({ label }) => label))];
  }

  /** Where things that are followed steadily are missing for a while, the plainest first. */
  gaps(): readonly Gap[] {
    this.#gaps ??= gapsIn(this.tracks, this.frames, this.clip)
      .filter(({ track: { points } }) => points.length >= LEAST_POINTS && scoreOf(points) >= STEADY_SCORE)
      .sort((a, b) => b.clearness - a.clearness);
    return this.#gaps;
  }

  /** The track that is longest and surest; null where none is long enough. */
  static main(tracks: readonly Track[]): Track | null {
    const weight = ({ points }: Track) => points.length * scoreOf(points);
    const long = tracks.filter(({ points }) => points.length >= LEAST_POINTS);
    return long.sort((a, b) => weight(b) - weight(a))[0] ?? null;
  }

  /** How the thing moves that is followed longest and most surely; null where none is followed long enough. */
  mainMotion(label: DetectorLabel): { track: Track; motion: TrackMotion } | null {
    const track = DetectedEvidence.main(this.tracksOf(label));
    if (track === null) return null;
    const motion = trackMotion(track, this.#shift, Math.max(this.clip.width, this.clip.height));
    return motion === null ? null : { track, motion };
  }

  /** For each frame in which the thing is followed, where it is clearest; in the order of time. */
  seen(label: DetectorLabel): TrackPoint[] {
    const best = new Map<number, TrackPoint>();
    for (const point of this.tracksOf(label).flatMap(({ points }) => points)) {
      const so = best.get(point.frame);
      if (so === undefined || point.score > so.score) best.set(point.frame, point);
    }
    return [...best.values()].sort((a, b) => a.timeSeconds - b.timeSeconds);
  }

  /** The frame that looks most as if it showed the thing, found or not. */
  likeliest(label: DetectorLabel): { frame: number; timeSeconds: number; score: number } | null {
    const category = DETECTOR_LABELS.indexOf(label);
    const scored = this.frames.map(({ frame, timeSeconds, bestScores }) => ({
      frame,
      timeSeconds,
      score: bestScores[category] ?? 0,
    }));
    return scored.sort((a, b) => b.score - a.score)[0] ?? null;
  }
}

const scoreOf = (points: readonly TrackPoint[]): number => mean(points.map(({ score }) => score)) ?? 0;

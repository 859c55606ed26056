import { countThings } from '../../detectors/counting.ts';
import type { FrameFindings } from '../../detectors/detection.ts';
import { DETECTOR_LABELS, type DetectorLabel } from '../../detectors/lexicon/labels.ts';
import { joinTracks } from '../../detectors/tracks/join-tracks.ts';
import type { Clip } from '../../domain/clip.ts';
import type { Track, TrackPoint } from '../../domain/track.ts';
import type { Calibration } from './calibration.ts';
import { presence, presenceScores } from './presence-model.ts';

/** What the detectors found in a clip, and what the judge reads from it. */
export class DetectedEvidence {
  readonly clip: Clip;
  /** In the order of time. */
  readonly frames: readonly FrameFindings[];
  readonly tracks: readonly Track[];
  readonly #calibration: Calibration;

  constructor(clip: Clip, frames: readonly FrameFindings[], calibration: Calibration) {
    this.clip = clip;
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

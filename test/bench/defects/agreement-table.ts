import type { Agreement } from './agreement.ts';
import { table } from './table.ts';

const correlation = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

/** Rank correlations of the app's signals with ffmpeg's detectors. */
export function agreementTable(found: readonly Agreement[]): string {
  return table([
    ['signal', 'detector of ffmpeg', 'clips', 'over clips', 'over frames'],
    ...found.map(({ signal, detector, clips, overClips, overFrames }) => [
      signal,
      detector,
      String(clips),
      correlation(overClips),
      correlation(overFrames),
    ]),
  ]);
}

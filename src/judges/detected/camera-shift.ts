import type { CameraShift } from '../../detectors/tracks/track-motion.ts';
import type { Clip } from '../../domain/clip.ts';
import type { SignalSeries } from '../../domain/signal.ts';

/**
 * What the measured camera does to points of the picture. Where its motion could not be measured it counts as standing still.
 * @param signals `camera_pan` and `camera_tilt` in % of the long edge per second, `camera_zoom` in % per second
 */
export function cameraShift(
  { width, height }: Pick<Clip, 'width' | 'height'>,
  signals: readonly SignalSeries[],
): CameraShift {
  const series = (id: string) => signals.find((one) => one.id === id);
  const [pan, tilt, zoom] = [series('camera_pan'), series('camera_tilt'), series('camera_zoom')];
  const longEdge = Math.max(width, height);
  return ({ x, y }, fromSeconds, toSeconds) => {
    const growth = travelled(zoom, fromSeconds, toSeconds) / 100;
    // The content goes left when the camera turns right, and down when it turns up.
    return {
      x: x + (x - width / 2) * growth - (travelled(pan, fromSeconds, toSeconds) * longEdge) / 100,
      y: y + (y - height / 2) * growth + (travelled(tilt, fromSeconds, toSeconds) * longEdge) / 100,
    };
  };
}

/** A speed summed up over time: each value is that of the step that ends at its frame. */
function travelled(series: SignalSeries | undefined, fromSeconds: number, toSeconds: number): number {
  if (series === undefined) return 0;
  const { timesSeconds, values } = series;
  return values.reduce<number>((sum, value, i) => {
    const [before, at] = [timesSeconds[i - 1], timesSeconds[i]];
    if (value === null || before === undefined || at === undefined) return sum;
    const seconds = Math.min(at, toSeconds) - Math.max(before, fromSeconds);
    return seconds > 0 ? sum + value * seconds : sum;
  }, 0);
}

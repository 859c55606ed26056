import type { SignalSeries } from '../../domain/signal.ts';
import { isWorse, type TrackPoint, type TrackPoints, trackPoints, valueRange } from './track-text.ts';

export interface TrackColours {
  line: string;
  problem: string;
  usual: string;
}

/** The colours of the page as they are now; they change with the colour scheme. */
export function trackColours(element: Element): TrackColours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return { line: read('--ink-soft'), problem: read('--problem'), usual: read('--sunken') };
}

const PADDING = 3;

/**
 * Draws one signal over the clip: the usual range as a band, the values as a line that breaks where there is none, and
 * what is worse than usual thicker and in the colour of problems.
 */
export function drawTrack(
  canvas: HTMLCanvasElement,
  signal: SignalSeries,
  durationSeconds: number,
  colours: TrackColours,
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return;
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);

  const range = valueRange(signal);
  if (range === null || durationSeconds <= 0) return;
  const low = Math.min(range[0], signal.usual[0]);
  const high = Math.max(range[1], signal.usual[1]);
  const span = high - low || 1;
  const x = (seconds: number) => (seconds / durationSeconds) * width;
  const y = (value: number) => height - PADDING - ((value - low) / span) * (height - 2 * PADDING);

  context.fillStyle = colours.usual;
  const top = y(signal.usual[1]);
  context.fillRect(0, top, width, Math.max(1, y(signal.usual[0]) - top));

  const track = trackPoints(signal);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  strokePoints(context, track, x, y, () => true, colours.line, 1.25);
  strokePoints(context, track, x, y, (value) => isWorse(signal, value), colours.problem, 2.25);
}

/** Strokes the pieces of the line whose later end fulfils the condition; a lone point becomes a dot. */
function strokePoints(
  context: CanvasRenderingContext2D,
  { points, breakSeconds }: TrackPoints,
  x: (seconds: number) => number,
  y: (value: number) => number,
  condition: (value: number) => boolean,
  colour: string,
  lineWidth: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = lineWidth;
  context.beginPath();
  let before: TrackPoint | undefined;
  for (const point of points) {
    if (condition(point.value)) {
      const from = before !== undefined && point.timeSeconds - before.timeSeconds <= breakSeconds ? before : point;
      context.moveTo(x(from.timeSeconds), y(from.value));
      context.lineTo(x(point.timeSeconds), y(point.value));
    }
    before = point;
  }
  context.stroke();
}

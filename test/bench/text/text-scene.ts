import { seededRandom } from '../../../src/domain/random.ts';
import type { Scene } from '../../fixtures/scene.ts';

export interface TextStyle {
  font: string;
  /** Height of letters as a part of the picture's height. */
  size: number;
  background: 'gradient' | 'bricks' | 'noise' | 'leaves' | 'board';
  motion: 'still' | 'drift' | 'zoom' | 'sway' | 'shake';
  /** Radians. */
  tilt: number;
  light: boolean;
  /** Sideways, as of a wall seen at an angle. */
  skew: number;
  /** Whether a ball rolls past in front of the text. */
  covered: boolean;
}

const FONTS = [
  'bold %px sans-serif',
  '%px serif',
  'bold %px "URW Gothic", sans-serif',
  '%px monospace',
  'bold %px "Liberation Sans Narrow", sans-serif',
  'italic bold %px serif',
  'bold %px "URW Bookman", serif',
  '%px "C059", serif',
  '%px "Z003", cursive',
  'bold %px "DejaVu Sans", sans-serif',
];
const BACKGROUNDS = ['gradient', 'bricks', 'noise', 'leaves', 'board'] as const;
const MOTIONS = ['still', 'drift', 'zoom', 'sway', 'shake'] as const;
const TILTS = [0, 0.08, -0.15, 0, 0.25];

/** A look of its own for each number. */
export function styleOf(seed: number): TextStyle {
  return {
    font: FONTS[seed % FONTS.length] ?? '',
    size: 0.06 + 0.035 * (seed % 4),
    background: BACKGROUNDS[(seed * 3 + Math.floor(seed / 5)) % BACKGROUNDS.length] ?? 'gradient',
    motion: MOTIONS[(seed * 2) % MOTIONS.length] ?? 'still',
    tilt: TILTS[(seed + Math.floor(seed / 5)) % TILTS.length] ?? 0,
    light: seed % 3 !== 0,
    skew: seed % 4 === 3 ? 0.3 : 0,
    covered: seed % 5 === 4,
  };
}

/** Words on a wall, a board or a forest; lines are broken where they would not fit. */
export function textScene(text: string, style: TextStyle, garbled: boolean): Scene {
  return (context, { timeSeconds, width, height }) => {
    drawBackground(context, style, width, height);
    const { lines, size } = fitted(context, text, style, width, height);
    const [dx, dy, scale, turn] = placeAt(style, timeSeconds, width, height);
    // A moving camera blurs what it sees while the shutter is open.
    const steps = style.motion === 'shake' ? 4 : 1;
    for (let step = 0; step < steps; step++) {
      context.save();
      context.globalAlpha = 1 / (steps - step);
      context.translate(width / 2 + dx + (step * size) / 40, height / 2 + dy);
      context.rotate(style.tilt + turn);
      context.transform(scale, 0, style.skew, scale, 0, 0);
      context.font = style.font.replace('%', String(size));
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      lines.forEach((line, i) => {
        drawLine(context, line, (i - (lines.length - 1) / 2) * size * 1.25, size, style.light, garbled);
      });
      context.restore();
    }
    if (style.covered) drawBall(context, timeSeconds, width, height);
  };
}

function drawBall(context: Context, time: number, width: number, height: number): void {
  context.fillStyle = '#c03828';
  context.beginPath();
  context.arc(width * time * 1.2, height * 0.55, height * 0.12, 0, 2 * Math.PI);
  context.fill();
}

type Context = OffscreenCanvasRenderingContext2D;

function fitted(context: Context, text: string, style: TextStyle, width: number, height: number) {
  let size = style.size * height;
  for (; ; size *= 0.9) {
    context.font = style.font.replace('%', String(size));
    const lines = broken(context, text, width * 0.7);
    const widest = Math.max(...lines.map((line) => context.measureText(line).width));
    if ((widest < width * 0.75 && lines.length * size * 1.25 < height * 0.7) || size < 12) return { lines, size };
  }
}

function broken(context: Context, text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function placeAt({ motion }: TextStyle, time: number, width: number, height: number): [number, number, number, number] {
  const phase = 2 * Math.PI * time;
  switch (motion) {
    case 'still':
      return [0, 0, 1, 0];
    case 'drift':
      return [width * 0.08 * Math.sin(phase), 0, 1, 0];
    case 'zoom':
      return [0, 0, 0.8 + 0.4 * time, 0];
    case 'sway':
      return [0, height * 0.03 * Math.cos(phase), 1, 0.1 * Math.sin(phase)];
    case 'shake':
      return [width * 0.01 * Math.sin(7 * phase), height * 0.01 * Math.cos(5 * phase), 1, 0];
  }
}

function drawLine(context: Context, line: string, y: number, size: number, light: boolean, garbled: boolean): void {
  context.fillStyle = light ? '#f4ecd8' : '#201818';
  context.strokeStyle = light ? '#181010' : '#f0f0e8';
  context.lineWidth = size / 14;
  if (!garbled) {
    context.strokeText(line, 0, y);
    context.fillText(line, 0, y);
    return;
  }
  // Strips of the letters, mirrored and in another order: strokes as of writing, but no letters.
  const width = context.measureText(line).width;
  const strip = size * 0.3;
  const strips = Math.ceil(width / strip);
  for (let i = 0; i < strips; i++) {
    const from = ((i * 5 + 2) % strips) * strip;
    context.save();
    context.beginPath();
    context.rect(-width / 2 + i * strip, y - size, strip, 2 * size);
    context.clip();
    context.translate(-width / 2 + i * strip, y);
    if (i % 2 === 0) {
      context.translate(strip, 0);
      context.scale(-1, 1);
    }
    context.fillText(line, width / 2 - from, 0);
    context.restore();
  }
}

function drawBackground(context: Context, { background, light }: TextStyle, width: number, height: number): void {
  const random = seededRandom(7);
  const tone = (level: number) => (light ? level * 0.45 : 110 + level * 0.5);
  const colour = (r: number, g: number, b: number) => `rgb(${tone(r)} ${tone(g)} ${tone(b)})`;
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, colour(60, 90, 150));
  sky.addColorStop(1, colour(220, 180, 110));
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  if (background === 'bricks') {
    for (let row = 0; row < 12; row++) {
      for (let column = -1; column < 9; column++) {
        context.fillStyle = colour(150 + 60 * random(), 70 + 30 * random(), 50);
        context.fillRect((column + (row % 2) / 2) * (width / 8), (row * height) / 12, width / 8 - 3, height / 12 - 3);
      }
    }
  } else if (background === 'noise' || background === 'leaves') {
    const [count, size] = background === 'noise' ? [3000, 0.008] : [250, 0.05];
    for (let i = 0; i < count; i++) {
      context.fillStyle = colour(200 * random(), 220 * random(), 160 * random());
      context.beginPath();
      const [x, y] = [width * random(), height * random()];
      context.ellipse(x, y, height * size, height * size * 0.5, 7 * random(), 0, 2 * Math.PI);
      context.fill();
    }
  } else if (background === 'board') {
    context.fillStyle = colour(40, 110, 60);
    context.fillRect(width * 0.05, height * 0.1, width * 0.9, height * 0.8);
  }
}

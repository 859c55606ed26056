import { seededRandom } from '../../src/domain/random.ts';
import { SAMPLE } from './clip.ts';

type Context = OffscreenCanvasRenderingContext2D;

const { width: W, height: H } = SAMPLE;
const HORIZON = 330;
const SUN = { x: 640, y: 262, radius: 46 };

/** Everything that does not move, drawn once: sky, sun, hills with pines. */
export function drawBackdrop(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(W, H);
  const context = contextOf(canvas);
  drawSky(context);
  drawHills(context, { base: HORIZON - 6, height: 96, roughness: 0.9, fill: '#6d4660', pines: 0, seed: 11 });
  drawHills(context, { base: HORIZON, height: 58, roughness: 1.6, fill: '#43304a', pines: 150, seed: 23 });
  drawHills(context, { base: HORIZON + 4, height: 26, roughness: 2.3, fill: '#2a2036', pines: 230, seed: 37 });
  return canvas;
}

/** The scene at a time in seconds. */
export function drawScene(context: Context, backdrop: OffscreenCanvas, time: number): void {
  context.drawImage(backdrop, 0, 0);
  drawWater(context, backdrop, time);
  for (let bird = 0; bird < 3; bird++) drawBird(context, bird, time);
  drawBoat(context, time);
}

/** Where the boat's middle is at a time. */
export function boatAt(time: number): { x: number; y: number } {
  return { x: 210 + 62 * time, y: HORIZON + 66 + 3 * Math.sin(time * 2.1) };
}

export function contextOf(canvas: OffscreenCanvas): Context {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser draws no 2D canvas.');
  return context;
}

function drawSky(context: Context): void {
  const sky = context.createLinearGradient(0, 0, 0, HORIZON);
  sky.addColorStop(0, '#3c4c7c');
  sky.addColorStop(0.45, '#b9708a');
  sky.addColorStop(0.8, '#f2a069');
  sky.addColorStop(1, '#ffd48a');
  context.fillStyle = sky;
  context.fillRect(0, 0, W, HORIZON + 10);
  drawClouds(context);
  const glow = context.createRadialGradient(SUN.x, SUN.y, SUN.radius * 0.4, SUN.x, SUN.y, 300);
  glow.addColorStop(0, 'rgb(255 240 190 / 0.95)');
  glow.addColorStop(0.2, 'rgb(255 214 140 / 0.5)');
  glow.addColorStop(1, 'rgb(255 180 110 / 0)');
  context.fillStyle = glow;
  context.fillRect(0, 0, W, HORIZON + 10);
  context.fillStyle = '#fff3cf';
  context.beginPath();
  context.arc(SUN.x, SUN.y, SUN.radius, 0, Math.PI * 2);
  context.fill();
}

function drawClouds(context: Context): void {
  const random = seededRandom(5);
  for (let streak = 0; streak < 70; streak++) {
    const y = 30 + random() * 190;
    const length = 60 + random() * 240;
    context.fillStyle = `rgb(${230 + random() * 25} ${150 + random() * 60} ${130 + random() * 40} / ${0.08 + random() * 0.16})`;
    context.beginPath();
    context.ellipse(random() * W, y, length / 2, 1.5 + random() * 5, 0, 0, Math.PI * 2);
    context.fill();
  }
}

interface Hills {
  base: number;
  height: number;
  roughness: number;
  fill: string;
  pines: number;
  seed: number;
}

function drawHills(context: Context, { base, height, roughness, fill, pines, seed }: Hills): void {
  const random = seededRandom(seed);
  const phases = [random() * 7, random() * 7, random() * 7];
  const ridge = (x: number) =>
    base -
    height *
      (0.55 +
        0.28 * Math.sin((x / 190) * roughness + (phases[0] ?? 0)) +
        0.12 * Math.sin((x / 71) * roughness + (phases[1] ?? 0)) +
        0.05 * Math.sin((x / 23) * roughness + (phases[2] ?? 0)));
  context.fillStyle = fill;
  context.beginPath();
  context.moveTo(0, base + 12);
  for (let x = 0; x <= W; x += 2) context.lineTo(x, ridge(x));
  context.lineTo(W, base + 12);
  context.fill();
  for (let pine = 0; pine < pines; pine++) {
    const x = random() * W;
    drawPine(context, x, ridge(x) + 4 + random() * height * 0.5, 8 + random() * 18);
  }
}

function drawPine(context: Context, x: number, foot: number, size: number): void {
  for (let tier = 0; tier < 3; tier++) {
    const top = foot - size + (tier * size) / 4;
    const half = (size / 6) * (1 + tier * 0.6);
    context.beginPath();
    context.moveTo(x, top);
    context.lineTo(x + half, top + size / 2);
    context.lineTo(x - half, top + size / 2);
    context.fill();
  }
}

/** The lake mirrors the backdrop line by line, each line shifted by small waves that grow towards the viewer. */
function drawWater(context: Context, backdrop: OffscreenCanvas, time: number): void {
  for (let y = HORIZON; y < H; y += 2) {
    const depth = (y - HORIZON) / (H - HORIZON);
    const source = HORIZON - (y - HORIZON) * 1.15 - 2;
    const shift = (2 + 9 * depth) * Math.sin(y * 0.45 - time * 2.4 + 2 * Math.sin(y * 0.13 + time));
    // A little wider than the picture, so that no shift bares its edge.
    context.drawImage(backdrop, 0, Math.max(0, source), W, 2, shift - 12, y, W + 24, 2);
  }
  const tint = context.createLinearGradient(0, HORIZON, 0, H);
  tint.addColorStop(0, 'rgb(60 44 84 / 0.1)');
  tint.addColorStop(1, 'rgb(24 30 66 / 0.62)');
  context.fillStyle = tint;
  context.fillRect(0, HORIZON, W, H - HORIZON);
  drawGlitter(context, time);
}

function drawGlitter(context: Context, time: number): void {
  const random = seededRandom(91);
  for (let glint = 0; glint < 260; glint++) {
    const depth = random() ** 1.4;
    const y = HORIZON + 4 + depth * (H - HORIZON - 8);
    const spread = 26 + 150 * depth;
    const x = SUN.x + (random() - 0.5) * 2 * spread + 5 * Math.sin(time * 1.7 + glint);
    const brightness = 0.5 + 0.5 * Math.sin(time * (1.4 + random()) + random() * 7);
    context.fillStyle = `rgb(255 222 160 / ${0.55 * brightness * (1 - 0.5 * depth)})`;
    context.fillRect(x, y, 5 + 22 * depth, 1.2 + 1.6 * depth);
  }
}

function drawBird(context: Context, bird: number, time: number): void {
  const x = 330 + bird * 46 + 20 * time + 6 * Math.sin(time + bird * 2);
  const y = 118 + (bird % 2) * 24 - 3 * time + 4 * Math.sin(time * 1.3 + bird);
  const flap = 7 * Math.sin(time * 7 + bird * 1.7);
  context.strokeStyle = '#2d2338';
  context.lineWidth = 2.4;
  context.beginPath();
  context.moveTo(x - 13, y - flap);
  context.quadraticCurveTo(x - 5, y - 2 - flap / 3, x, y);
  context.quadraticCurveTo(x + 5, y - 2 - flap / 3, x + 13, y - flap);
  context.stroke();
}

function drawBoat(context: Context, time: number): void {
  const { x, y } = boatAt(time);
  context.save();
  context.translate(x, y);
  context.rotate(0.03 * Math.sin(time * 1.8));
  drawBoatShape(context);
  // The reflection: the same boat upside down, dim.
  context.globalAlpha = 0.28;
  context.translate(0, 30);
  context.scale(1, -0.7);
  drawBoatShape(context);
  context.restore();
}

function drawBoatShape(context: Context): void {
  context.fillStyle = '#b3262b';
  polygon(context, [-62, -4, 66, -4, 48, 22, -46, 22]);
  context.fillStyle = '#8d1b22';
  polygon(context, [-56, 8, 58, 8, 48, 22, -46, 22]);
  context.fillStyle = '#f6e3c5';
  context.fillRect(-62, -6, 128, 4);
  context.fillStyle = '#4a2f2a';
  context.fillRect(-2, -118, 4, 114);
  context.fillStyle = '#d63a34';
  polygon(context, [6, -114, 6, -14, 70, -14]);
  context.fillStyle = '#e8685a';
  polygon(context, [-6, -104, -6, -14, -50, -14]);
  context.strokeStyle = 'rgb(90 20 24 / 0.6)';
  context.lineWidth = 1.5;
  for (let seam = 1; seam < 5; seam++) {
    const y = -114 + seam * 20;
    context.beginPath();
    context.moveTo(6, y);
    context.lineTo(6 + 64 * ((y + 114) / 100), y);
    context.stroke();
  }
}

function polygon(context: Context, points: readonly number[]): void {
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) context.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
  context.closePath();
  context.fill();
}

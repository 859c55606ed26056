import { bilinear, planesOf, type RawClip } from '../../../test/bench/defects/make/raw-clip.ts';

/** What is true of a scene by the way it was made. */
export interface SceneFacts {
  /** Speed of the camera's view and of the fastest thing, in picture widths per second. */
  cameraSpeed: number;
  thingSpeed: number;
}

export interface Scene {
  clip: RawClip;
  facts: SceneFacts;
}

const SIZES = [
  [480, 270],
  [512, 320],
  [320, 180],
  [320, 240],
  [256, 256],
  [426, 240],
] as const;
const RATES = [8, 10, 12, 15, 24, 24, 30] as const;
const MOST_FRAMES = 60;
const CAMERAS = ['left', 'right', 'up', 'down', 'closer', 'away'] as const;
type Camera = 'still' | (typeof CAMERAS)[number];

/** A thing that moves over the still: a disc cut from another still. */
interface Thing {
  radius: number;
  x: number;
  y: number;
  speedX: number;
  speedY: number;
  swing: number;
  turn: number;
  fromX: number;
  fromY: number;
}

/** Films a still: a camera that stands, pans, tilts or zooms, and up to three things that move before it. */
export function film(still: RawClip, other: RawClip, random: () => number): Scene {
  const pick = <T>(list: readonly T[]): T => {
    const value = list[Math.floor(random() * list.length)];
    if (value === undefined) throw new Error('There is nothing to pick from.');
    return value;
  };
  const [width, height] = pick(SIZES);
  const rate = pick(RATES);
  const count = Math.min(MOST_FRAMES, Math.round(rate * (2 + random())));
  const camera: Camera = random() < 0.4 ? 'still' : pick(CAMERAS);
  const cameraSpeed = camera === 'still' ? 0 : random() < 0.6 ? 0.03 + 0.07 * random() : 0.15 + 0.2 * random();
  const things = Array.from({ length: random() < 0.25 ? 0 : 1 + Math.floor(3 * random()) }, () =>
    makeThing(width, height, other, random),
  );
  const path = cameraPath(still, { width, height }, camera, cameraSpeed, random);
  const frames = Array.from({ length: count }, (_, i) => {
    const seconds = i / rate;
    const frame = view(still, path(seconds), width, height);
    for (const thing of things) drawThing(frame, { width, height }, other, thing, seconds);
    return frame;
  });
  const thingSpeed =
    Math.max(0, ...things.map(({ speedX, speedY, swing, turn }) => Math.hypot(speedX, speedY) + swing * turn * 0.6)) /
    width;
  return { clip: { width, height, rate, frames }, facts: { cameraSpeed, thingSpeed } };
}

interface View {
  /** Place in the still of the picture's upper left corner, in pixels, and pixels of the still per pixel of the picture. */
  x: number;
  y: number;
  scale: number;
}

function cameraPath(
  still: RawClip,
  { width, height }: { width: number; height: number },
  camera: Camera,
  speed: number,
  random: () => number,
): (seconds: number) => View {
  const most = Math.min(still.width / width, still.height / height);
  const scale = Math.max(0.6, most * (camera === 'still' ? 0.5 + 0.5 * random() : 0.5 + 0.2 * random()));
  const room = { x: Math.max(0, still.width - width * scale), y: Math.max(0, still.height - height * scale) };
  const begin = { x: room.x * random(), y: room.y * random() };
  const hold = (value: number, limit: number): number => Math.max(0, Math.min(limit, value));
  return (seconds) => {
    const way = speed * width * scale * seconds;
    if (camera === 'closer' || camera === 'away') {
      const factor =
        camera === 'closer'
          ? Math.exp(-1.6 * speed * seconds)
          : Math.min(most / scale, Math.exp(1.6 * speed * seconds));
      const zoomed = scale * factor;
      return {
        scale: zoomed,
        x: hold(begin.x + (width * (scale - zoomed)) / 2, still.width - width * zoomed),
        y: hold(begin.y + (height * (scale - zoomed)) / 2, still.height - height * zoomed),
      };
    }
    // The view starts where it has room to move.
    const x = camera === 'left' ? room.x - way : camera === 'right' ? way : begin.x;
    const y = camera === 'up' ? room.y - way : camera === 'down' ? way : begin.y;
    return { scale, x: hold(x, room.x), y: hold(y, room.y) };
  };
}

/** The part of a still that a camera sees, interpolated between pixels, averaged where it shrinks. */
function view(still: RawClip, { x, y, scale }: View, width: number, height: number): Uint8Array {
  const frame = new Uint8Array((width * height * 3) / 2);
  const from = planesOf(still.frames[0] ?? new Uint8Array(), still.width, still.height);
  planesOf(frame, width, height).forEach((plane, i) => {
    const source = from[i];
    if (source === undefined) return;
    const half = i === 0 ? 1 : 0.5;
    const taps = Math.max(1, Math.round(scale));
    for (let row = 0; row < plane.height; row++)
      for (let column = 0; column < plane.width; column++) {
        let sum = 0;
        for (let tap = 0; tap < taps; tap++) {
          const shift = (tap + 0.5) / taps;
          sum += bilinear(source, x * half + (column + shift) * scale - 0.5, y * half + (row + shift) * scale - 0.5);
        }
        plane.data[row * plane.width + column] = Math.round(sum / taps);
      }
  });
  return frame;
}

function makeThing(width: number, height: number, other: RawClip, random: () => number): Thing {
  const radius = height * (0.08 + 0.16 * random());
  const speed = width * (random() < 0.5 ? 0.05 + 0.12 * random() : 0.2 + 0.4 * random());
  const angle = 2 * Math.PI * random();
  const across = Math.cos(angle);
  return {
    radius,
    x: across > 0 ? width * (0.05 + 0.4 * random()) : width * (0.55 + 0.4 * random()),
    y: height * (0.2 + 0.6 * random()),
    speedX: speed * across,
    speedY: 0.3 * speed * Math.sin(angle),
    swing: random() < 0.5 ? 0 : height * 0.12 * random(),
    turn: 2 + 5 * random(),
    fromX: radius + (other.width - 2 * radius) * random(),
    fromY: radius + (other.height - 2 * radius) * random(),
  };
}

function drawThing(
  frame: Uint8Array,
  { width, height }: { width: number; height: number },
  other: RawClip,
  { radius, x, y, speedX, speedY, swing, turn, fromX, fromY }: Thing,
  seconds: number,
): void {
  const centreX = x + speedX * seconds;
  const centreY = y + speedY * seconds + swing * Math.sin(turn * seconds);
  const sources = planesOf(other.frames[0] ?? new Uint8Array(), other.width, other.height);
  planesOf(frame, width, height).forEach((plane, i) => {
    const source = sources[i];
    if (source === undefined) return;
    const half = i === 0 ? 1 : 0.5;
    const reach = radius * half;
    const [middleX, middleY] = [centreX * half, centreY * half];
    for (let row = Math.max(0, Math.ceil(middleY - reach)); row < Math.min(plane.height, middleY + reach); row++)
      for (
        let column = Math.max(0, Math.ceil(middleX - reach));
        column < Math.min(plane.width, middleX + reach);
        column++
      ) {
        const cover = Math.min(1, reach - Math.hypot(column - middleX, row - middleY));
        if (cover <= 0) continue;
        const seen = bilinear(source, fromX * half + column - middleX, fromY * half + row - middleY);
        const at = row * plane.width + column;
        plane.data[at] = Math.round(cover * seen + (1 - cover) * (plane.data[at] ?? 0));
      }
  });
}

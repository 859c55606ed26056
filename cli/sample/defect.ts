import { seededRandom } from '../../src/domain/random.ts';
import { SAMPLE } from './clip.ts';
import { boatAt, contextOf } from './scene.ts';

/** Half the side of the square around the boat that melts. */
const REACH = 120;

/**
 * The planted defect: within its stretch of time the lines around the boat slide sideways, differently in each frame, the
 * way generated objects melt. Outside that stretch nothing is touched.
 */
export function plantDefect(canvas: OffscreenCanvas, time: number): void {
  const { startSeconds, endSeconds } = SAMPLE.defect;
  if (time < startSeconds || time >= endSeconds) return;
  const context = contextOf(canvas);
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  contextOf(copy).drawImage(canvas, 0, 0);
  const random = seededRandom(Math.round(time * SAMPLE.frameRate));
  const phase = random() * 7;
  const strength = 16 + 14 * random();
  const { x, y } = boatAt(time);
  const left = Math.round(x - REACH);
  for (let line = -REACH; line < 40; line += 2) {
    // Fades out towards the upper and lower edge, so that only the boat melts.
    const fade = Math.sin((Math.PI * (line + REACH)) / (REACH + 40));
    const shift = strength * fade * Math.sin(line * 0.09 + phase);
    context.drawImage(copy, left, y + line, 2 * REACH, 2, left + shift, y + line, 2 * REACH, 2);
  }
}

import { renderClip } from '../../fixtures/render-clip.ts';
import { styleOf, textScene } from './text-scene.ts';

const SIZES = [
  [640, 360],
  [512, 512],
  [1280, 720],
  [480, 832],
  [720, 480],
] as const;

/** Bits per pixel: from clean to blocky. */
const BITS = [0.1, 0.05, 0.025];

/** A second of text; style, size and compression follow from the number. */
export function renderText(number: number, text: string, garbled = false): Promise<File> {
  const [width, height] = SIZES[number % SIZES.length] ?? SIZES[0];
  const frameRate = 12;
  return renderClip({
    container: number % 2 === 0 ? 'mp4' : 'webm',
    codec: number % 2 === 0 ? 'avc' : 'vp8',
    width,
    height,
    frames: frameRate,
    frameRate,
    bitrate: Math.round(width * height * frameRate * (BITS[number % BITS.length] ?? 0.1)),
    scene: textScene(text, styleOf(number), garbled),
  });
}

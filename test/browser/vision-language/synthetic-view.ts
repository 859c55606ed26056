import type { Picture } from '../../../src/domain/frame.ts';
import type { ViewRequest } from '../../../src/judges/vision-language/judge-api.ts';

/** The frames of training/reference/synthetic_frames.py, byte for byte: ramps, a saw-tooth, a chequerboard that moves. */
export function syntheticPicture(index: number, width: number, height: number): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = [
        Math.floor((255 * x) / (width - 1)),
        Math.floor((255 * y) / (height - 1)),
        (x + 2 * y + 40 * index) % 256,
      ];
      const odd = (Math.floor((x + 8 * index) / 24) + Math.floor(y / 24)) % 2 === 1;
      rgba.set(odd ? colour.map((level) => 255 - level) : colour, 4 * (y * width + x));
    }
  return { index, timeSeconds: index / 4, width, height, rgba };
}

export function syntheticPictures(count: number, width: number, height: number): Picture[] {
  return Array.from({ length: count }, (_, index) => syntheticPicture(index, width, height));
}

export function syntheticView(frames: number, width: number, height: number): ViewRequest {
  const pictures = syntheticPictures(frames, width, height);
  return {
    name: 'overview',
    introduction: 'These are frames of a short video.',
    captions: pictures.map(({ timeSeconds }, i) => `\nFrame ${i + 1}, at ${timeSeconds.toFixed(2)} s:`),
    pictures,
    notes: '',
  };
}

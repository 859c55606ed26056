import type { Picture } from '../../../src/domain/frame.ts';
import type { ViewRequest } from '../../../src/judges/vision-language/judge-api.ts';

/** A ball that moves over a pattern; different in every frame. */
export function syntheticPicture(index: number, width: number, height: number): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const inBall = (x - 6 * index - 10) ** 2 + (y - height / 2) ** 2 < (height / 6) ** 2;
      rgba.set(
        inBall ? [230, 30, 30, 255] : [(4 * x + 37 * index) & 255, (8 * y + 11 * index) & 255, (x * y) & 255, 255],
        at,
      );
    }
  return { index, timeSeconds: index / 4, width, height, rgba };
}

export function syntheticView(frames: number, width: number, height: number): ViewRequest {
  const pictures = Array.from({ length: frames }, (_, index) => syntheticPicture(index, width, height));
  return {
    name: 'overview',
    introduction: 'These are frames of a short video.\n',
    captions: pictures.map(({ timeSeconds }, i) => `Frame ${i + 1}, at ${timeSeconds.toFixed(2)} s: `),
    pictures,
    notes: 'Look closely at the frames.\n',
  };
}

import { findComponents } from './components.ts';
import { leastBox } from './least-box.ts';
import { drawRegion, normalise, type Pixels, type TurnedBox } from './picture-region.ts';

/** Longest side in which frames are searched for text, in pixels. */
const LONG_SIDE = 736;
/** Pictures are not enlarged further: nothing is gained. */
const MOST_ENLARGED = 2;
/** The network halves the picture five times. */
const STEP = 32;

/** Of ImageNet, in the order in which the network was trained. */
const MEAN = [0.485, 0.456, 0.406];
const DEVIATION = [0.229, 0.224, 0.225];

/** Settings of differentiable binarisation as PP-OCR ships them (Liao et al., AAAI 2020, arXiv 1911.08947). */
const PIXEL_THRESHOLD = 0.3;
const BOX_THRESHOLD = 0.5;
const UNCLIP_RATIO = 1.6;

/** Lower lines cannot be read, in pixels of the searched picture. */
const LEAST_HEIGHT = 3;
/** A frame full of texture must not take minutes. */
const MOST_LINES = 40;

export interface SearchSize {
  width: number;
  height: number;
}

/** Size in which a picture is searched. */
export function searchSize({ width, height }: SearchSize): SearchSize {
  const scale = Math.min(MOST_ENLARGED, LONG_SIDE / Math.max(width, height));
  const whole = (length: number) => Math.max(STEP, Math.round((length * scale) / STEP) * STEP);
  return { width: whole(width), height: whole(height) };
}

/** @returns 3 × height × width for the detection network, in {@link searchSize} */
export function searchInput(pixels: Pixels, size: SearchSize): Float32Array<ArrayBuffer> {
  const { width, height } = pixels;
  const whole = { centre: { x: width / 2, y: height / 2 }, width, height, angle: 0 };
  const planes = drawRegion(pixels, whole, size.width, size.height);
  normalise(planes, MEAN, DEVIATION);
  return planes;
}

/**
 * Boxes around lines of text, largest first.
 * @param map probability that a pixel is inside text, shrunk; in {@link searchSize}
 * @param picture size of the picture, in whose pixels the boxes are
 */
export function findLines(map: Float32Array, size: SearchSize, picture: SearchSize): TurnedBox[] {
  const scaleX = picture.width / size.width;
  const scaleY = picture.height / size.height;
  return findComponents(map, size.width, size.height, PIXEL_THRESHOLD)
    .filter(({ mean, pixels }) => mean >= BOX_THRESHOLD && pixels >= LEAST_HEIGHT ** 2)
    .map(({ outline }) => unclip(leastBox(outline)))
    .filter(({ width, height }) => Math.min(width, height) >= LEAST_HEIGHT + 2)
    .map((box) => ({
      // The two scales differ by rounding only, so that a rectangle stays one.
      centre: { x: box.centre.x * scaleX, y: box.centre.y * scaleY },
      width: box.width * scaleX,
      height: box.height * scaleY,
      angle: box.angle,
    }))
    .sort((a, b) => b.width * b.height - a.width * a.height)
    .slice(0, MOST_LINES);
}

/** The network was taught shrunken text; this undoes it (the same paper, section 3.5). */
function unclip(box: TurnedBox): TurnedBox {
  const { width, height } = box;
  const offset = (width * height * UNCLIP_RATIO) / (2 * (width + height));
  return { ...box, width: width + 2 * offset, height: height + 2 * offset };
}

import { drawRegion, normalise, type Pixels, type TurnedBox } from './picture-region.ts';

/** Height of a line as the recognition network sees it. */
const LINE_HEIGHT = 48;
/** Shorter lines are filled up to the width that the network was trained on. */
const LEAST_WIDTH = 320;
/** Longer lines are squeezed. */
const MOST_WIDTH = 1600;
/** Of all channels. */
const MEAN = [0.5, 0.5, 0.5];

export interface LineInput {
  /** 3 × height × width. */
  planes: Float32Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** A line of text, cut out, upright, as the recognition network wants it. */
export function lineInput(pixels: Pixels, box: TurnedBox): LineInput {
  const drawn = Math.min(MOST_WIDTH, Math.max(8, Math.round((LINE_HEIGHT * box.width) / box.height)));
  const line = drawRegion(pixels, box, drawn, LINE_HEIGHT);
  normalise(line, MEAN, MEAN);
  const width = Math.max(LEAST_WIDTH, drawn);
  if (width === drawn) return { planes: line, width, height: LINE_HEIGHT };
  const planes = new Float32Array(3 * LINE_HEIGHT * width);
  for (let row = 0; row < 3 * LINE_HEIGHT; row++)
    planes.set(line.subarray(row * drawn, (row + 1) * drawn), row * width);
  return { planes, width, height: LINE_HEIGHT };
}

/** A line standing on its end: text that runs up or down. */
export const isUpright = ({ width, height }: TurnedBox): boolean => height >= 1.5 * width;

/** The same box, read from bottom to top. */
export function turned(box: TurnedBox): TurnedBox {
  return { centre: box.centre, width: box.height, height: box.width, angle: box.angle - Math.PI / 2 };
}

export interface ReadText {
  text: string;
  /** One for each character (code point) of the text, 0..1. */
  confidences: number[];
}

/**
 * The characters of the likeliest path through the network's output (best-path decoding of connectionist temporal classification,
 * Graves et al., ICML 2006): the likeliest class of each step, repeats once, blanks gone.
 * @param probabilities steps × classes; class 0 is the blank
 * @param characters of class 1 and up
 */
export function decode(probabilities: Float32Array, characters: readonly string[]): ReadText {
  const classes = characters.length + 1;
  let text = '';
  const confidences: number[] = [];
  let previous = 0;
  for (let step = 0; step + classes <= probabilities.length; step += classes) {
    let best = 0;
    for (let i = 1; i < classes; i++) if ((probabilities[step + i] ?? 0) > (probabilities[step + best] ?? 0)) best = i;
    const confidence = probabilities[step + best] ?? 0;
    if (best !== 0 && best !== previous) {
      text += characters[best - 1] ?? '';
      confidences.push(confidence);
    } else if (best !== 0) {
      confidences.push(Math.max(confidence, confidences.pop() ?? 0));
    }
    previous = best;
  }
  return { text, confidences };
}

/** The characters of a PP-OCR key file, one a line, and the space that comes after them. */
export function readCharacters(keys: string): string[] {
  return [...keys.replace(/\r?\n$/u, '').split(/\r?\n/u), ' '];
}
